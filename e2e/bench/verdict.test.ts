import { expect, test } from 'bun:test'
import type { Figure } from './figure.ts'
import { comparedValue, isTooNoisy, noiseOf, verdict, verdictOn } from './verdict.ts'

const samples = (...values: number[]) =>
  values.map((value) => ({ value, loadAverage: 1, stealPercent: 0 }))

const figure = (name: string, goal: Figure['goal'], ...values: number[]): Figure => ({
  name,
  unit: 'µs',
  samples: samples(...values),
  ...(goal && { goal }),
})

const raw = figure('raw', undefined, 10, 11, 30)

test('a figure at its goal meets it; one above misses it by the difference', () => {
  expect(verdictOn(figure('a', { atMost: 100 }, 100), [])).toBe('reached')
  expect(verdictOn(figure('a', { atMost: 100 }, 99, 123, 124), [])).toBe('missed by 23 %')
  expect(verdictOn(figure('a', { atMost: 100 }, 100.2), [])).toBe('missed by 1 %')
})

test('a relative goal compares the medians', () => {
  const five = figure('five', { atMost: 5, times: 'raw' }, 54, 55, 99)
  expect(comparedValue(five, [raw, five])).toBe(5)
  expect(verdictOn(five, [raw, five])).toBe('reached')
  const six = figure('six', { atMost: 5, times: 'raw' }, 66)
  expect(verdictOn(six, [raw, six])).toBe('missed by 20 %')
  expect(() => verdictOn(six, [six])).toThrow('no figure raw')
})

test('a lower bound is missed by the share that is lacking; an upper bound of zero by anything', () => {
  expect(verdict(99, { atLeast: 99 })).toBe('reached')
  expect(verdict(98, { atLeast: 100 })).toBe('missed by 2 %')
  expect(verdict(0, { atLeast: 2 })).toBe('missed by 100 %')
  expect(verdict(0, { atMost: 0 })).toBe('reached')
  expect(verdict(1, { atMost: 0 })).toBe('missed')
})

test('a goal of each sample is missed by the worst one', () => {
  expect(verdictOn(figure('a', { atMost: 1, inEach: true }, 1, 1, 2), [])).toBe('missed by 100 %')
  expect(verdictOn(figure('a', { atLeast: 99, inEach: true }, 99, 99, 0), [])).toBe(
    'missed by 100 %',
  )
  expect(verdictOn(figure('a', { atLeast: 99, inEach: true }, 99, 100), [])).toBe('reached')
})

test('a figure without a goal gets no verdict', () => {
  expect(verdictOn(raw, [raw])).toBe('')
})

test('noise is the relative difference between two measurements of the same thing', () => {
  const twin = (first: number, second: number) =>
    noiseOf({ name: 'a', first: samples(1, first, 99), second: samples(1, second, 99) })
  expect(twin(10, 10)).toBe(0)
  expect(twin(10, 11)).toBeCloseTo(0.1)
  expect(twin(11, 10)).toBeCloseTo(0.1)
  expect(isTooNoisy(twin(10, 12))).toBe(true)
  expect(isTooNoisy(twin(10, 10.9))).toBe(false)
})
