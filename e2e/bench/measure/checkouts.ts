import { SERVICES } from '@shop/shared/contracts'
import type { SaleEffort } from '../effort.ts'
import { figureOf, percentile, sum, type Figure, type Observed } from '../figure.ts'
import type { Answer } from '../load/job.ts'
import type { Sale } from '../sale.ts'
import { runCheckouts, type Batch } from './run-checkouts.ts'

const GOAL_MS = 7
const AT_ONCE = 10

/** Measures complete checkouts: responses to the payers, until all has settled, and its CPU time. */
export async function measureCheckouts(sale: Sale, effort: SaleEffort): Promise<Figure[]> {
  const alone: Observed<Batch>[] = []
  const together: Observed<Batch>[] = []
  const popular: Observed<Batch>[] = []
  const ofOneProduct = { ...sale, productIds: sale.productIds.slice(0, 1) }
  for (let count = 0; count < effort.batches; count += 1) {
    alone.push(await runCheckouts(sale, effort.oneAtATime, 1))
    together.push(await runCheckouts(sale, effort.tenAtOnce, AT_ONCE))
    popular.push(await runCheckouts(ofOneProduct, effort.tenAtOnce, AT_ONCE))
  }
  return [
    ...waits('one at a time', alone, { p50: 60 }),
    ...waits('ten at once', together, { p50: 250 }),
    {
      ...figureOf(
        'checkouts, ten at once, until settled',
        '/s',
        together,
        (batch) => batch.perSecond,
      ),
      ratioGoal: { atLeast: 2 },
    },
    figureOf('· all of one product', '/s', popular, (batch) => batch.perSecond),
    ...costs(together),
  ]
}

function waits(name: string, batches: Observed<Batch>[], { p50 }: { p50: number }): Figure[] {
  const share = (of: number) => (batch: Batch) => percentile(msOf(batch.answers), of)
  const isLate = ({ status }: Answer) => status !== 201
  return [
    {
      ...figureOf(`POST /api/payments, ${name}: p50`, 'ms', batches, share(0.5)),
      goal: { atMost: p50 },
    },
    figureOf(`· ${name}: p99`, 'ms', batches, share(0.99)),
    {
      ...figureOf(
        `· ${name}: later (202)`,
        '',
        batches,
        ({ answers }) => answers.filter(isLate).length,
      ),
      goal: { atMost: 0, inEach: true },
    },
  ]
}

function costs(batches: Observed<Batch>[]): Figure[] {
  const of = (names: readonly string[]) => (batch: Batch) =>
    sum(names.map((name) => batch.cpu[name] ?? 0))
  const shop = [...SERVICES, 'mongod', 'broker']
  return [
    {
      ...figureOf('a checkout, all services', 'ms', batches, of(SERVICES)),
      goal: { atMost: GOAL_MS },
    },
    ...SERVICES.map((name) => figureOf(`· ${name}`, 'ms', batches, of([name]))),
    ...['mongod', 'broker', 'sandbox'].map((name) =>
      figureOf(`besides: ${name}`, 'ms', batches, of([name])),
    ),
    {
      ...figureOf('a checkout, services + mongod + broker', 'ms', batches, of(shop)),
      ratioGoal: { atMost: 0.5 },
    },
  ]
}

const msOf = (answers: readonly Answer[]) => answers.map(({ ms }) => ms)
