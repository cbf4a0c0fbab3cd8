export { attackPack, type Check, checkPack, TookTooLong } from './check-pack.command.ts'
