export const paths = {
  packs: () => '/figures/packs',
  newPack: () => '/figures/packs/new',
  pack: (id: string) => `/figures/packs/${id}`,
  editPack: (id: string) => `/figures/packs/${id}/edit`,
  checkPack: (id: string) => `/figures/packs/${id}/check`,
  step: (id: string, step: string) => `/figures/packs/${id}/${step}`,
  file: (id: string, kind: string) => `/figures/packs/${id}/file/${kind}`,
  quoted: () => '/figures/packs/quoted',
  newQuoted: () => '/figures/packs/quoted/new',
  quotedOne: (id: string) => `/figures/packs/quoted/${id}`,
}
