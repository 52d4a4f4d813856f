import { loadConfig, required } from '@shop/shared/config'
import { Email } from '@shop/shared/contracts'
import { createDatabase, openDatabase } from '@shop/shared/db'
import { createLog } from '@shop/shared/log'
import * as v from 'valibot'
import type { UserDocument } from './user-document.ts'
import { UserRepository } from './user-repository.ts'

const GIVE_UP_MS = 10_000

interface AccountCommand {
  name: string
  usage: string
  /** Null when nobody has the address. */
  change: (users: UserRepository, email: string) => Promise<UserDocument | null>
  done: (user: UserDocument) => string
}

/** Changes the users whose email addresses are on the command line, in the database at `MONGO_URL`. */
export async function runAccountCommand({ name, usage, change, done }: AccountCommand) {
  const emails = v.safeParse(v.pipe(v.array(Email), v.minLength(1)), process.argv.slice(2))
  if (!emails.success) fail(`usage: ${usage}`)

  const { MONGO_URL } = loadConfig({ MONGO_URL: required })
  const giveUp = setTimeout(() => fail('the database at MONGO_URL does not answer'), GIVE_UP_MS)
  const db = createDatabase()
  const users = new UserRepository(db, () => {})
  await openDatabase(db, MONGO_URL, createLog(name, 'silent'))
  clearTimeout(giveUp)
  for (const email of emails.output) {
    const user = await change(users, email)
    if (user === null) fail(`nobody has the email address ${email}`)
    process.stdout.write(`${done(user)}\n`)
  }
  // The running service publishes it: it need not wait for this process to do so.
  await users.model.updateMany(
    { email: { $in: emails.output }, outboxAt: { $exists: true } },
    { $set: { outboxAt: new Date() } },
  )
  await db.close()
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
