export {
  createDatabase,
  isDatabaseOutage,
  isDatabaseUp,
  isDuplicateKey,
  openDatabase,
} from './connect.ts'
