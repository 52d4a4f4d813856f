import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventually } from '@shop/shared/testing'
import { Glob } from 'bun'
import { root } from '../../stack/settings/paths.ts'
import { failpointsIn } from '../bundling/patched-source.ts'

const HIT_WITHIN_MS = 30_000

/** What happens to a process that reaches the point: it is killed, stopped, or blocked only there. */
export type Action = 'kill' | 'pause' | 'hold'

export interface Hit {
  name: string
  pid: number
}

/** Arms failpoints through files in a folder that all services read. */
export class Failpoints {
  readonly folder: string
  #counts: Record<string, number> = {}

  constructor(folder: string) {
    this.folder = folder
    for (const part of ['armed', 'hit']) mkdirSync(join(folder, part), { recursive: true })
  }

  /** Affects the next process that reaches the point. */
  arm(name: string, action: Action): void {
    writeFileSync(join(this.folder, 'armed', name), action)
  }

  /** The process that reached the armed point; undefined until then. */
  hitAt(name: string): Hit | undefined {
    const entry = readdirSync(join(this.folder, 'hit')).find((each) => each.startsWith(`${name}@`))
    return entry === undefined ? undefined : { name, pid: Number(entry.split('@')[1]) }
  }

  /** Counts the hit and lets a held or paused process continue. */
  release({ name, pid }: Hit, action: Action): void {
    rmSync(join(this.folder, 'hit', `${name}@${pid}`))
    if (action === 'pause') process.kill(pid, 'SIGCONT')
    this.#counts[name] = (this.#counts[name] ?? 0) + 1
  }

  /** Removes an armed point that was not hit. */
  disarm(name: string): void {
    rmSync(join(this.folder, 'armed', name), { force: true })
  }

  /** Hits by point. */
  counts(): Readonly<Record<string, number>> {
    return this.#counts
  }
}

/** Waits until a point is hit. */
export function waitForHit(failpoints: Failpoints, name: string): Promise<Hit> {
  return eventually(() => {
    const found = failpoints.hitAt(name)
    if (found === undefined) throw new Error(`${name} was not hit`)
    return found
  }, HIT_WITHIN_MS)
}

/** After the payment, not on the way of a checkout. */
const AFTER_SALE = /^orders\.change\.|Refund|^notifications\./

/** On the way of an import or of moderation. */
const OTHERS = /Import|Moderation/

/** The failpoints on the way of a checkout. */
export async function checkoutFailpoints(): Promise<string[]> {
  return (await allFailpoints()).filter((name) => !AFTER_SALE.test(name) && !OTHERS.test(name))
}

/** The failpoints on the way of a refund and of a mail. */
export async function afterSaleFailpoints(): Promise<string[]> {
  return (await allFailpoints()).filter((name) => AFTER_SALE.test(name))
}

/** The names of all failpoints in the sources, in the order of files. */
export async function allFailpoints(): Promise<string[]> {
  const names: string[] = []
  for (const pattern of ['shared/**/*.ts', 'services/*/src/**/*.ts'])
    for await (const file of new Glob(pattern).scan({ cwd: root }))
      names.push(...failpointsIn(await Bun.file(join(root, file)).text()))
  return names.toSorted()
}
