export { attackPack, type Check, checkPack, roundPack, TookTooLong } from './check-pack.command.ts'
