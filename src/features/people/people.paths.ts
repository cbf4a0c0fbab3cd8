export const paths = {
  list: () => '/people',
  add: () => '/people/new',
  person: (id: string) => `/people/${id}`,
  whoLooked: () => '/who-looked',
}
