export { createDatabase, isDatabaseUp, isDuplicateKey, openDatabase } from './connect.ts'
export { isDatabaseOutage } from './outage.ts'
export { upsert } from './upsert.ts'
export { writeIfNewer } from './write-if-newer.ts'
