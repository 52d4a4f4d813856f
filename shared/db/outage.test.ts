import { expect, test } from 'bun:test'
import mongoose from 'mongoose'
import { isDatabaseOutage } from './index.ts'

const { MongoServerError, MongoBulkWriteError, MongoWriteConcernError, MongoNetworkError } =
  mongoose.mongo

/** What a set says while it elects, with the names of the server's source. */
const ELECTING: [number, string][] = [
  [10_107, 'NotWritablePrimary'],
  [189, 'PrimarySteppedDown'],
  [11_602, 'InterruptedDueToReplStateChange'],
  [91, 'ShutdownInProgress'],
  [11_600, 'InterruptedAtShutdown'],
  [13_435, 'NotPrimaryNoSecondaryOk'],
  [13_436, 'NotPrimaryOrSecondary'],
  [134, 'ReadConcernMajorityNotAvailableYet'],
  [133, 'FailedToSatisfyReadPreference'],
]

/** What is wrong with the operation itself, and stays so. */
const DOMAIN: [number, string][] = [
  [11_000, 'DuplicateKey'],
  [2, 'BadValue'],
  [13, 'Unauthorized'],
  [121, 'DocumentValidationFailure'],
  [10_334, 'BSONObjectTooLarge'],
]

const serverError = (code: number, errmsg: string) => new MongoServerError({ ok: 0, code, errmsg })

test.each(ELECTING)('%d %s is an outage', (code, name) => {
  expect(isDatabaseOutage(serverError(code, name))).toBe(true)
})

test.each(ELECTING)('%d %s is an outage inside a bulk write, too', (code, errmsg) => {
  const inWrites = { writeErrors: [{ code, errmsg, index: 0 }], writeConcernErrors: [] }
  const inConcern = { writeErrors: [], writeConcernErrors: [{ code, errmsg }] }
  for (const result of [inWrites, inConcern]) {
    const error = new MongoBulkWriteError({ message: 'some failed', code: 8 }, result as never)
    Object.assign(error, result)
    expect(isDatabaseOutage(error)).toBe(true)
  }
})

test('a write that the majority did not confirm in time is an outage', () => {
  const writeConcernError = { code: 64, codeName: 'WriteConcernFailed', errmsg: 'timed out' }
  const error = new MongoWriteConcernError({ ok: 1, writeConcernError })
  expect(isDatabaseOutage(error)).toBe(true)
})

test.each(['RetryableWriteError', 'RetryableError'])('the label %s means an outage', (label) => {
  const error = serverError(1, 'something else')
  expect(isDatabaseOutage(error)).toBe(false)
  error.addErrorLabel(label)
  expect(isDatabaseOutage(error)).toBe(true)
})

test('a lost connection and a server that was not found are outages', () => {
  expect(isDatabaseOutage(new MongoNetworkError('connection 1 to db:27017 closed'))).toBe(true)
  const { MongoServerSelectionError } = mongoose.mongo
  expect(isDatabaseOutage(new MongoServerSelectionError('no primary', {} as never))).toBe(true)
})

test.each(DOMAIN)('%d %s is none', (code, name) => {
  expect(isDatabaseOutage(serverError(code, name))).toBe(false)
})

test('what is no error of the database is none', () => {
  for (const error of [undefined, null, 'not primary', { code: 189 }, new Error('not primary')])
    expect(isDatabaseOutage(error)).toBe(false)
})
