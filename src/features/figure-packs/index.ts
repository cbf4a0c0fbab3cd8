export { findEdition, listPacks } from './figure-pack.store.ts'
export { figurePackRoutes } from './figure-packs.routes.ts'
export { FILE_KINDS, isFileKind, writeFile } from './files/write-files.ts'
