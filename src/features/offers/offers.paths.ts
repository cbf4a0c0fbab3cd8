export const offerPaths = {
  offers: () => '/offers',
  offer: (id: string) => `/offers/${id}`,
  claims: () => '/claims',
  claim: (id: string) => `/claims/${id}`,
  ownSteps: () => '/steps',
  steps: (childId: string) => `/steps/${childId}`,
}
