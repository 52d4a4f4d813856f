import { expect, test } from 'bun:test'
import { drawTrace } from './draw.ts'

const EPOCH = 1_796_000_000_000_000_000n

function span(spanId: string, parentSpanId: string, name: string, [start, end]: [number, number]) {
  const at = (ms: number) => String(EPOCH + BigInt(ms * 1_000_000))
  const times = { startTimeUnixNano: at(start), endTimeUnixNano: at(end) }
  return { traceId: 't', spanId, parentSpanId, name, program: 'orders', links: [], ...times }
}

test('spans are drawn below what has caused them, in the order of their start', () => {
  const text = drawTrace([
    span('c', 'a', 'publish', [30, 35.5]),
    span('a', 'unknown', 'POST /api/orders', [10, 90]),
    span('b', 'a', 'insert orders', [12.5, 20]),
    span('d', 'c', 'process', [40, 41]),
  ])
  expect(text).toBe(
    [
      '   start       ms  program',
      '     0.0     80.0  orders         POST /api/orders',
      '     2.5      7.5  orders           insert orders',
      '    20.0      5.5  orders           publish',
      '    30.0      1.0  orders             process',
    ].join('\n'),
  )
})
