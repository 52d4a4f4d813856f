import { loadConfig, required } from '@shop/shared/config'
import { Email } from '@shop/shared/contracts'
import { createDatabase, openDatabase } from '@shop/shared/db'
import { createLog } from '@shop/shared/log'
import { safeParse } from 'valibot'
import { UserRepository } from './user-repository.ts'

const GIVE_UP_MS = 10_000

const [text, ...rest] = process.argv.slice(2)
const email = safeParse(Email, text)
if (!email.success || rest.length > 0) fail('usage: bun run admin:grant <email>')

const { MONGO_URL } = loadConfig({ MONGO_URL: required })
const giveUp = setTimeout(() => fail('the database at MONGO_URL does not answer'), GIVE_UP_MS)
const db = createDatabase()
const users = new UserRepository(db, () => {})
await openDatabase(db, MONGO_URL, createLog('grant-admin', 'silent'))
clearTimeout(giveUp)
const user = await users.grantAdmin(email.output)
// The running service publishes it: it need not wait for this process to do so.
await users.model.updateOne(
  { email: email.output, outboxAt: { $exists: true } },
  { $set: { outboxAt: new Date() } },
)
await db.close()
if (user === null) fail(`nobody has the email address ${email.output}`)
process.stdout.write(`${user.email} is an administrator from the next sign-in on\n`)

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
