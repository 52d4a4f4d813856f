import { expect, test } from 'bun:test'
import type { Figure } from '../figure.ts'
import { comparisonTable } from './comparison-table.ts'

const samples = (...values: number[]) =>
  values.map((value) => ({ value, loadAverage: 1, stealPercent: 0 }))

const figures: Figure[] = [
  { name: 'p50', unit: 'ms', samples: samples(50, 60, 70), goal: { atMost: 50 } },
  { name: 'rate', unit: '/s', samples: samples(30), ratioGoal: { atLeast: 2 } },
  { name: 'cpu', unit: 'ms', samples: samples(60), ratioGoal: { atMost: 0.5 } },
  { name: 'later', unit: '', samples: samples(0), goal: { atMost: 0 } },
  { name: 'new', unit: 'MB', samples: samples(5) },
]
const others: Figure[] = [
  { name: 'rate', unit: '/s', samples: samples(10) },
  { name: 'p50', unit: 'ms', samples: samples(110, 120, 130) },
  { name: 'cpu', unit: 'ms', samples: samples(100) },
  { name: 'later', unit: '', samples: samples(0) },
]

test('the table shows both commits, the ratio, the goal and the verdict on the first', () => {
  expect(comparisonTable(['a1', 'b2'], figures, others)).toBe(
    [
      '          a1  range      b2    range   ratio  goal               verdict',
      'p50    60 ms  50–70  120 ms  110–130  0.50 ×  ≤ 50 ms            missed by 20 %',
      'rate   30 /s  30–30   10 /s    10–10  3.00 ×  ≥ 2 × the other    reached',
      'cpu    60 ms  60–60  100 ms  100–100  0.60 ×  ≤ 0.5 × the other  missed by 20 %',
      'later      0    0–0       0      0–0          ≤ 0                reached',
      'new     5 MB    5–5',
    ].join('\n'),
  )
})
