import { trustingHome } from '../../fixtures/browser/trusting-home.ts'
import { measure, type Scores } from '../../lighthouse/measure.ts'
import { preparePages } from '../../lighthouse/pages.ts'
import { provide } from '../../stack/provision/provision.ts'
import { stackFilePath } from '../../stack/stack-file.ts'
import { onShutdown } from '../../stack/system/signals.ts'
import { info } from '../../stack/system/terminal.ts'
import { startOwnStack } from '../own-stack.ts'

const RUNS = 3
const GOAL = { performance: 98, cls: 0.02 }

/** Runs Lighthouse (mobile) on the production pages, each as the median of three runs. */
export async function lighthouse(): Promise<number> {
  const { chromium } = await provide(['chromium', 'certutil'])
  const own = await startOwnStack()
  onShutdown(
    () => void own.stop().finally(() => process.exit(130)),
    () => process.exit(130),
  )
  process.env['STACK_FILE'] = stackFilePath(own.folder)
  const { url, ca } = own.stack
  try {
    const { pages, cookie } = await preparePages()
    const options = { cookie, chromium, home: trustingHome(ca), folder: own.folder }
    let isReached = true
    console.log('\npage       perf  a11y  best  seo   LCP ms  TBT ms  CLS    kB')
    for (const { name, path } of pages) {
      const runs: Scores[] = []
      for (let run = 0; run < RUNS; run += 1)
        runs.push(await measure({ ...options, url: url + path }))
      const median = medianOf(runs)
      console.log(row(name, median))
      isReached &&= median.scores.performance >= GOAL.performance && median.cls <= GOAL.cls
    }
    info(isReached ? 'all goals are met' : `missed: ${JSON.stringify(GOAL)}`)
    return isReached ? 0 : 1
  } finally {
    await own.stop()
  }
}

function medianOf(runs: Scores[]): Scores {
  const sorted = runs.toSorted((a, b) => a.scores.performance - b.scores.performance)
  return sorted[Math.floor(runs.length / 2)] as Scores
}

function row(name: string, { scores, lcp, tbt, cls, transferKb }: Scores): string {
  const cells: [string | number, number][] = [
    [name, 11],
    [scores.performance, 6],
    [scores.accessibility, 6],
    [scores['best-practices'], 6],
    [scores.seo, 6],
    [lcp, 8],
    [tbt, 8],
    [cls, 7],
    [transferKb, 6],
  ]
  return cells.map(([text, width]) => String(text).padEnd(width)).join('')
}
