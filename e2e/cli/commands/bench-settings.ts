import { inTurn } from '../../bench/against/rounds.ts'
import { fillCatalogue } from '../../bench/catalogue.ts'
import { QUICK, ROUND, type SaleEffort } from '../../bench/effort.ts'
import type { Figure } from '../../bench/figure.ts'
import { describeMachine } from '../../bench/machine.ts'
import { measureSale } from '../../bench/measure/sale.ts'
import { reportComparison } from '../../bench/report.ts'
import { shopOf } from '../../bench/shop.ts'
import { info } from '../../stack/system/terminal.ts'
import { startOwnStack, type OwnStackOptions } from '../own-stack.ts'

const TIMES = { full: 2, quick: 1 }

interface Side extends Pick<OwnStackOptions, 'settings' | 'flags'> {
  name: string
}

/** Measures selling with three of Mongo and of JetStream and with one of each, in turn. */
export function benchHa(isQuick: boolean): Promise<number> {
  const three = { name: 'three of each', flags: ['--ha'] }
  const one = { name: 'one of each', flags: ['--bus', 'jetstream'] }
  return compare([three, one], isQuick)
}

/** Measures selling with a tenth of all requests traced and with none, in turn. */
export async function benchTracing(isQuick: boolean): Promise<number> {
  const store = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch: async (request) => {
      await request.arrayBuffer()
      return Response.json({})
    },
  })
  const settings = {
    OTEL_EXPORTER_OTLP_ENDPOINT: store.url.origin,
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: '0.1',
  }
  try {
    return await compare([{ name: 'traced', settings }, { name: 'untraced' }], isQuick)
  } finally {
    await store.stop(true)
  }
}

async function compare(sides: readonly [Side, Side], isQuick: boolean): Promise<number> {
  const machine = await describeMachine()
  const effort = isQuick ? QUICK.sale : ROUND
  const [figures, others] = await inTurn(sides, isQuick ? TIMES.quick : TIMES.full, (side) =>
    measureSide(side, effort),
  )
  const [{ name }, other] = sides
  reportComparison(
    machine,
    [
      { name, figures },
      { name: other.name, figures: others },
    ],
    isQuick,
  )
  return 0
}

async function measureSide({ name, ...options }: Side, effort: SaleEffort): Promise<Figure[]> {
  info(name)
  const own = await startOwnStack(options)
  try {
    const shop = shopOf(own.stack)
    const { productIds } = await fillCatalogue(shop)
    const figures = await measureSale(shop, productIds, effort)
    // The goals are those of the default shop, or of another commit.
    return figures.map(({ goal: _goal, ratioGoal: _ratioGoal, ...figure }) => figure)
  } finally {
    await own.stop()
  }
}
