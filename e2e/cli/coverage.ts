import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../stack/settings/paths.ts'
import FLOOR from './coverage-floor.json'
import { formatLcov, mergeLcov, parseLcov, type Coverage } from './lcov.ts'

/** Where the merged report of the last whole test run is written. */
const REPORT = join(root, 'coverage/lcov.info')

interface Share {
  area: string
  lines: number
  functions: number
}

/**
 * Merges the lcov files of several runs into `coverage/lcov.info`, prints the share of each area, and
 * returns the areas that are below the floor. `files` are paths of lcov files, each with the folder
 * that its paths start from.
 */
export function reportCoverage(files: readonly { lcov: string; cwd: string }[]): string[] {
  const parts = files
    .filter(({ lcov }) => existsSync(lcov))
    .map(({ lcov, cwd }) => parseLcov(readFileSync(lcov, 'utf8'), cwd, root))
  const merged = mergeLcov(parts)
  mkdirSync(dirname(REPORT), { recursive: true })
  writeFileSync(REPORT, formatLcov(merged))
  const shares = Object.keys(FLOOR).map((area) => shareOf(area, merged))
  const table = tableOf(shares)
  console.log(`\ncoverage (${REPORT})\n${table}`)
  if (process.env.GITHUB_STEP_SUMMARY !== undefined)
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, `## Coverage\n\n${table}\n`)
  return shares.flatMap(belowFloor)
}

function shareOf(area: string, coverage: Coverage): Share {
  const inside = [...coverage].filter(([file]) => file.startsWith(`${area}/`) && !isTest(file))
  const sum = (count: (file: (typeof inside)[number][1]) => number) =>
    inside.reduce((total, [, file]) => total + count(file), 0)
  const share = (hit: number, found: number) => (found === 0 ? 0 : (100 * hit) / found)
  return {
    area,
    lines: share(
      sum(({ lines }) => [...lines.values()].filter((hits) => hits > 0).length),
      sum(({ lines }) => lines.size),
    ),
    functions: share(
      sum(({ functionsHit }) => functionsHit),
      sum(({ functions }) => functions),
    ),
  }
}

const isTest = (file: string) => /\.test\.tsx?$|\/testing(\/|\.ts$)/.test(file)

const floorOf = (area: string) => FLOOR[area as keyof typeof FLOOR]

function belowFloor({ area, lines, functions }: Share): string[] {
  const floor = floorOf(area)
  return lines < floor.lines || functions < floor.functions ? [area] : []
}

function tableOf(shares: readonly Share[]): string {
  const rows = shares.map(({ area, lines, functions }) => {
    const floor = floorOf(area)
    const cell = (share: number, least: number) => `${share.toFixed(1)} % (floor ${least} %)`
    return `| ${area} | ${cell(lines, floor.lines)} | ${cell(functions, floor.functions)} |`
  })
  return ['| area | lines | functions |', '| --- | --- | --- |', ...rows].join('\n')
}
