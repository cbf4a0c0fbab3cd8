export const memberPaths = {
  directory: () => '/members',
  own: () => '/members/me',
  acts: () => '/members/me/acts',
  withdraw: (id: string) => `/members/me/acts/${id}/withdraw`,
  offers: () => '/members/me/offers',
  endOffer: (id: string) => `/members/me/offers/${id}/end`,
  read: () => '/members/me/read',
  training: () => '/members/training',
}
