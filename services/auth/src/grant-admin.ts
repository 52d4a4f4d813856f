import { loadConfig, required } from '@shop/shared/config'
import { createDatabase, openDatabase } from '@shop/shared/db'
import { createLog } from '@shop/shared/log'
import { UserRepository } from './user-repository.ts'

const { MONGO_URL } = loadConfig({ MONGO_URL: required })
const log = createLog('grant-admin')
const email = (process.argv[2] ?? '').trim().toLowerCase()
const db = createDatabase()
// The running service's relay publishes what this appends.
const users = new UserRepository(db, () => {})
await openDatabase(db, MONGO_URL, log)
const user = await users.grantAdmin(email)
await db.close()
if (user === null) {
  log.error({ email }, 'nobody has this e-mail address; usage: grant-admin.ts <email>')
  process.exit(1)
}
log.info({ email, role: user.role }, 'granted; the user signs in again')
