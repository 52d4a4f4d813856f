import { expect, test } from 'bun:test'
import { coresIn, cpuMsIn, cpuTicks, memoryMb } from './proc-figures.ts'

test('CPU time is user plus system time, whatever the process is called', () => {
  const stat = '42 (a b) 1 (c)) S 1 42 42 0 -1 4194560 900 0 3 0 137 25 0 0 20 0 9 0 5000 1 2 3'
  expect(cpuMsIn(stat)).toBe(1620)
  expect(() => cpuMsIn('')).toThrow('not the stat')
})

test('reads memory from the field of that name only', () => {
  const status = 'Name:\tbun\nVmHWM:\t  204800 kB\nVmRSS:\t   76800 kB\nThreads:\t9\n'
  expect(memoryMb(status, 'VmRSS')).toBe(75)
  expect(memoryMb(status, 'VmHWM')).toBe(200)
  expect(() => memoryMb(status, 'VmSwap')).toThrow('no VmSwap')
})

test('a core list may have gaps', () => {
  expect(coresIn('0-1')).toEqual([0, 1])
  expect(coresIn('3')).toEqual([3])
  expect(coresIn('0,2-4,7')).toEqual([0, 2, 3, 4, 7])
  expect(() => coresIn('all')).toThrow('not a core list')
})

test('stolen ticks are the eighth field; guest time is not counted twice', () => {
  const stat = 'cpu  10 20 30 40 5 6 7 82 1000 1000\ncpu0 1 1 1 1 1 1 1 1 1 1\n'
  expect(cpuTicks(stat)).toEqual({ all: 200, stolen: 82 })
  expect(() => cpuTicks('intr 1 2 3')).toThrow('not /proc/stat')
})
