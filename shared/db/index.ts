export {
  createDatabase,
  isDatabaseOutage,
  isDatabaseUp,
  isDuplicateKey,
  openDatabase,
} from './connect.ts'
export { upsert } from './upsert.ts'
export { writeIfNewer } from './write-if-newer.ts'
