import { afterAll, beforeAll, expect, test } from 'bun:test'
import { Schema, type Connection, type Model } from 'mongoose'
import { createLog } from '../log/index.ts'
import { newId, readStack, testDatabaseUrl } from '../testing/index.ts'
import { createDatabase, openDatabase, writeIfNewer } from './index.ts'

interface Copy {
  _id: string
  name: string
  version: number
}

let db: Connection
let model: Model<Copy>

beforeAll(async () => {
  const { mongo } = await readStack()
  db = createDatabase()
  model = db.model<Copy>('Copy', new Schema({ _id: String, name: String, version: Number }))
  const name = `test_upsert_${crypto.randomUUID().slice(0, 8)}`
  await openDatabase(db, testDatabaseUrl(mongo.admin, name), createLog('test', 'silent'))
})

afterAll(async () => {
  await db.dropDatabase()
  await db.close()
})

test('the newest of many first events stays, whichever of them inserts the copy', async () => {
  const versions = [6, 5, 4, 3, 2, 1]
  for (let round = 0; round < 100; round++) {
    const id = newId()
    await Promise.all(
      versions.map((version) =>
        writeIfNewer(model, id, version, { $set: { name: `Name ${version}` } }),
      ),
    )
    expect(await model.findById(id).lean()).toMatchObject({ name: 'Name 6', version: 6 })
  }
})
