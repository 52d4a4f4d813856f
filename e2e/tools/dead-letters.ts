import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import { Types } from 'mongoose'
import { withBus } from './stack-bus.ts'
import { withDatabases, type Database } from './stack-databases.ts'

const USAGE = `usage: bun run events:dead list
       bun run events:dead show <id>
       bun run events:dead replay <id>|--all`

interface Letter {
  _id: Types.ObjectId
  subject: string
  data: string
  error: string
  at: Date
}

type Databases = Record<ServiceName, Database>

const lettersOf = (database: Database) => database.collection<Letter>('deadletters')

async function list(databases: Databases): Promise<void> {
  let count = 0
  for (const service of SERVICES)
    for await (const { _id, at, subject, error } of lettersOf(databases[service]).find()) {
      console.log(`${_id.toString()}  ${at.toISOString()}  ${service}  ${subject}  ${error}`)
      count += 1
    }
  console.log(count === 0 ? 'no dead letters' : `${count} dead letters`)
}

async function find(databases: Databases, id: string) {
  if (Types.ObjectId.isValid(id))
    for (const service of SERVICES) {
      const letter = await lettersOf(databases[service]).findOne({ _id: new Types.ObjectId(id) })
      if (letter !== null) return { service, letter }
    }
  throw new Error(`no dead letter has the id ${id}`)
}

async function show(databases: Databases, id: string): Promise<void> {
  const { service, letter } = await find(databases, id)
  console.log(
    `service  ${service}\nsubject  ${letter.subject}\nat       ${letter.at.toISOString()}`,
  )
  console.log(`error    ${letter.error}\n${letter.data}`)
}

/** Publishes the event again to all consumers, which handle it idempotently. */
async function replay(databases: Databases, id: string): Promise<void> {
  const { service, letter } = await find(databases, id)
  await withBus((bus) => bus.publish(letter.subject, letter.data))
  await lettersOf(databases[service]).deleteOne({ _id: letter._id })
  console.log(`${id} republished on ${letter.subject}`)
}

async function replayAll(databases: Databases): Promise<void> {
  for (const service of SERVICES)
    for (const { _id } of await lettersOf(databases[service]).find().toArray())
      await replay(databases, _id.toString())
}

const [command, id = ''] = process.argv.slice(2)
await withDatabases(SERVICES, async (databases) => {
  if (command === 'list') return list(databases)
  if (command === 'show' && id !== '') return show(databases, id)
  if (command === 'replay' && id === '--all') return replayAll(databases)
  if (command === 'replay' && id !== '') return replay(databases, id)
  throw new Error(USAGE)
}).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
