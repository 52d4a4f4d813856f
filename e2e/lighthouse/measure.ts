import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../stack/settings/paths.ts'
import { exec, lastLines } from '../stack/system/exec.ts'
import { StackFailure } from '../stack/system/failure.ts'

const CHROME_FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run'
const TRIES = 3
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

export interface Scores {
  scores: Record<(typeof CATEGORIES)[number], number>
  /** Largest contentful paint and total blocking time in milliseconds, transfer in kB. */
  lcp: number
  tbt: number
  cls: number
  transferKb: number
}

interface Report {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number }>
}

interface Options {
  url: string
  cookie: string
  chromium: string
  /** A home folder whose authorities Chromium trusts. */
  home: string
  folder: string
}

/** Runs Lighthouse once on a page, emulating a phone on a slow network. */
export async function measure({ url, cookie, chromium, home, folder }: Options): Promise<Scores> {
  const headers = join(folder, 'headers.json')
  const output = join(folder, 'report.json')
  writeFileSync(headers, JSON.stringify({ Cookie: cookie }))
  const command = [
    'node',
    join(root, 'e2e/node_modules/lighthouse/cli/index.js'),
    url,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    `--extra-headers=${headers}`,
    `--chrome-flags=${CHROME_FLAGS}`,
    `--only-categories=${CATEGORIES.join(',')}`,
  ]
  const env = { CHROME_PATH: chromium, HOME: home }
  let { ok, out } = await exec(command, { env })
  // Lighthouse sometimes records nothing and asks to be run again.
  for (let tries = 1; !ok && tries < TRIES; tries += 1) ({ ok, out } = await exec(command, { env }))
  if (!ok) throw new StackFailure(`lighthouse ${url}:\n${lastLines(out, 20)}`)
  return scoresIn(JSON.parse(readFileSync(output, 'utf8')) as Report)
}

function scoresIn({ categories, audits }: Report): Scores {
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN
  const scores = CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)])
  return {
    scores: Object.fromEntries(scores) as Scores['scores'],
    lcp: Math.round(value('largest-contentful-paint')),
    tbt: Math.round(value('total-blocking-time')),
    cls: Math.round(value('cumulative-layout-shift') * 1000) / 1000,
    transferKb: Math.round(value('total-byte-weight') / 1024),
  }
}
