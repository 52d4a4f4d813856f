import { expect, test } from 'bun:test'
import { hearsMajority } from './majority.ts'

const clusterOf = (...silentS: number[]) => ({
  replicas: silentS.map((seconds) => ({ active: seconds * 1_000_000_000 })),
})

test('a server without others is its own majority', () => {
  expect(hearsMajority(undefined)).toBe(true)
  expect(hearsMajority(clusterOf())).toBe(true)
})

test('one of two others is enough, none is not', () => {
  expect(hearsMajority(clusterOf(0.2, 0.9))).toBe(true)
  expect(hearsMajority(clusterOf(0.2, 3600))).toBe(true)
  expect(hearsMajority(clusterOf(5, 6))).toBe(false)
})

test('of five, three are a majority', () => {
  expect(hearsMajority(clusterOf(0.2, 0.2, 9, 9))).toBe(true)
  expect(hearsMajority(clusterOf(0.2, 9, 9, 9))).toBe(false)
})
