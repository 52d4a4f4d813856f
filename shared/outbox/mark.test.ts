import { expect, test } from 'bun:test'
import { missingSince, parseMark, type BrokerState, type Known, type Mark } from './mark.ts'

const NOW = 1_000_000
const MARK: Mark = { shop: 'ours', epoch: 4, upTo: 900_000, sequences: { news: 7 } }
const COMPLETE: BrokerState = { mark: MARK, sequences: { news: 9 } }
const DAY_BEFORE_MARK = MARK.upTo - 500_000

function since(found: BrokerState, isNewConnection: boolean, stored: Partial<Known> = MARK) {
  const window = { now: NOW, isNewConnection, emptyMs: 500_000, marginMs: 1000 }
  return missingSince(found, { shop: 'ours', ...stored }, window)
}

const CASES: [string, BrokerState, { kept: number | null; reconnected: number }][] = [
  [
    'a broker with the last mark lacks at most what came after it',
    COMPLETE,
    { kept: null, reconnected: 899_000 },
  ],
  [
    'a broker without a mark lacks a day',
    { mark: null, sequences: {} },
    { kept: DAY_BEFORE_MARK, reconnected: DAY_BEFORE_MARK },
  ],
  [
    'another shop’s broker lacks a day',
    { ...COMPLETE, mark: { ...MARK, shop: 'theirs' } },
    { kept: DAY_BEFORE_MARK, reconnected: DAY_BEFORE_MARK },
  ],
  [
    'a broker that lost a channel lacks a day',
    { ...COMPLETE, sequences: { news: 6 } },
    { kept: DAY_BEFORE_MARK, reconnected: DAY_BEFORE_MARK },
  ],
  [
    'a broker with an older mark lacks what came after that',
    { sequences: { news: 5 }, mark: { ...MARK, epoch: 3, upTo: 800_000, sequences: { news: 4 } } },
    { kept: 799_000, reconnected: 799_000 },
  ],
  [
    'a mark that its process could not store counts',
    { ...COMPLETE, mark: { ...MARK, epoch: 5, upTo: 950_000 } },
    { kept: null, reconnected: 949_000 },
  ],
]

test.each(CASES)('%s', (_, found, { kept, reconnected }) => {
  expect(since(found, false)).toBe(kept)
  expect(since(found, true)).toBe(reconnected)
})

test('a service without a mark publishes the last day', () => {
  expect(since({ mark: null, sequences: {} }, false, {})).toBe(NOW - 500_000)
})

test.each(['', '{', '{}', '[]', JSON.stringify({ ...MARK, epoch: '4' })])(
  '%p is not a mark',
  (text) => {
    expect(parseMark(text)).toBeNull()
  },
)

test('a mark is read as it was written', () => {
  expect(parseMark(JSON.stringify(MARK))).toEqual(MARK)
})
