import { inTurn } from '../../bench/against/rounds.ts'
import { fillCatalogue } from '../../bench/catalogue.ts'
import { QUICK, ROUND, type SaleEffort } from '../../bench/effort.ts'
import type { Figure } from '../../bench/figure.ts'
import { describeMachine } from '../../bench/machine.ts'
import { measureSale } from '../../bench/measure/sale.ts'
import { reportComparison } from '../../bench/report.ts'
import { shopOf } from '../../bench/shop.ts'
import { root } from '../../stack/settings/paths.ts'
import { withProgress } from '../../stack/system/progress.ts'
import { info } from '../../stack/system/terminal.ts'
import { startOwnStack } from '../own-stack.ts'
import { checkOutCommit } from '../worktree.ts'

const TIMES = { full: 2, quick: 1 }
// Older commits publish every event again a minute later, in the middle of another measurement.
const WITHOUT_REPETITION = { REANNOUNCE_MS: String(24 * 3600 * 1000) }

interface Side {
  commit: string
  sources: string
  /** The data of the first start, which takes longest. */
  data?: string
}

/** Measures selling at this and another commit in turn, each with its own build, data and start. */
export async function benchAgainst(name: string, isQuick: boolean): Promise<number> {
  const other = await withProgress(`checking out ${name}`, () => checkOutCommit(name))
  const machine = await describeMachine()
  const effort = isQuick ? QUICK.sale : ROUND
  const here: Side = { commit: machine.commit, sources: root }
  const there: Side = { commit: other.commit, sources: other.folder }
  const [figures, others] = await inTurn(
    [here, there],
    isQuick ? TIMES.quick : TIMES.full,
    (side) => measureSide(side, effort),
  )
  const sides = [
    { name: here.commit, figures },
    { name: there.commit, figures: others },
  ] as const
  reportComparison(machine, sides, isQuick)
  return 0
}

async function measureSide(side: Side, effort: SaleEffort): Promise<Figure[]> {
  info(`commit ${side.commit}`)
  const own = await startOwnStack({
    settings: WITHOUT_REPETITION,
    folder: side.data,
    sources: side.sources,
  })
  side.data = own.folder
  try {
    const shop = shopOf(own.stack)
    const { productIds } = await fillCatalogue(shop)
    return await measureSale(shop, productIds, effort)
  } finally {
    await own.stop()
  }
}
