import { expect, test } from 'bun:test'
import { DEFAULT_PORTS, parsePorts } from './ports.ts'

test('all default ports are below the ephemeral range', () => {
  expect(Math.max(...Object.values(DEFAULT_PORTS))).toBeLessThan(32_768)
})

test('single ports can be chosen by name', () => {
  expect(parsePorts('https=9443, mongo=27200')).toEqual({ https: 9443, mongo: 27_200 })
})

test.each(['htps=1', 'https=x', 'https=70000', 'https'])('STACK_PORTS=%s is refused', (text) => {
  expect(() => parsePorts(text)).toThrow('is not understood')
})
