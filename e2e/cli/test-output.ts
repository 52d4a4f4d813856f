/** What one test run reported. */
export interface TestReport {
  counts: Record<string, number>
  /** The failed tests, each with its file where the output names it. */
  failures: string[]
}

/** Reads the output of `bun test`. */
export function readBunOutput(output: string): TestReport {
  const counts = [...output.matchAll(/^ *(\d+) (pass|fail|skip|todo)$/gm)].map(
    ([, count, what = '']) => [what, Number(count)] as const,
  )
  return { counts: Object.fromEntries(counts), failures: bunFailures(output) }
}

function bunFailures(output: string): string[] {
  let file = ''
  const failures = []
  // At the end they are repeated, without their files.
  const [tests = ''] = output.split(/^\d+ tests? failed:$/m)
  for (const line of tests.split('\n')) {
    file = /^(\S+\.test\.tsx?):$/.exec(line)?.[1] ?? file
    const [, title] = /^\(fail\) (.+?)(?: \[[\d.]+m?s\])?$/.exec(line) ?? []
    if (title !== undefined) failures.push(`${file}: ${title}`)
  }
  return failures
}

const PLAYWRIGHT_WORDS: Record<string, string> = { passed: 'pass', failed: 'fail', skipped: 'skip' }

/** Reads the last lines of Playwright's output. */
export function readPlaywrightOutput(output: string): TestReport {
  const counts = [...output.matchAll(/^ *(\d+) (passed|failed|skipped)/gm)].map(
    ([, count, what = '']) => [PLAYWRIGHT_WORDS[what] ?? what, Number(count)] as const,
  )
  const [, failed = ''] = /^ *\d+ failed\n((?: {4}.*\n)*)/m.exec(output) ?? []
  return {
    counts: Object.fromEntries(counts),
    failures: failed.split('\n').flatMap((line) => line.trim() || []),
  }
}

/** The total of several runs, and every failed test. */
export function summarize(reports: readonly TestReport[]): string {
  const sum = (what: string) =>
    reports.reduce((total, { counts }) => total + (counts[what] ?? 0), 0)
  const totals = `tests: ${sum('pass')} passed, ${sum('fail')} failed, ${sum('skip') + sum('todo')} skipped`
  const failures = reports.flatMap((report) => report.failures)
  return [totals, ...failures.map((failure) => `  failed: ${failure}`)].join('\n')
}
