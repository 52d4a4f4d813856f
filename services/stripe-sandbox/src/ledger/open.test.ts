import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { newLedgerFile } from '../testing/index.ts'
import { MIGRATIONS } from './migrations.ts'
import { openLedger } from './open.ts'

const tablesOf = (db: Database) =>
  db.query('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all()

function openedOnce(file: string) {
  const db = openLedger(file)
  const tables = tablesOf(db)
  db.close()
  return tables
}

test('migrates a file of the first version and keeps its data', () => {
  const file = newLedgerFile()
  const old = new Database(file, { create: true })
  old.exec(MIGRATIONS[0] ?? '')
  old.exec("INSERT INTO deliveries (event, attempts, due) VALUES ('evt_1', 3, 99)")
  old.close()
  const db = openLedger(file)
  expect(db.query('SELECT event, attempts, due, refusal FROM deliveries').all()).toEqual([
    { event: 'evt_1', attempts: 3, due: 99, refusal: null },
  ])
  expect(tablesOf(db)).toEqual(openedOnce(newLedgerFile()))
  db.close()
})

test('leaves an up-to-date file unchanged', () => {
  const file = newLedgerFile()
  expect(openedOnce(file)).toEqual(openedOnce(file))
})
