export {
  createDatabase,
  isDatabaseOutage,
  isDatabaseUp,
  isDuplicateKey,
  openDatabase,
} from './connect.ts'
export { writeIfNewer } from './write-if-newer.ts'
