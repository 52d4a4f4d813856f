import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventually } from '@shop/shared/testing'
import { Glob } from 'bun'
import { root } from '../../stack/settings/paths.ts'
import { failpointsIn } from '../bundling/patched-source.ts'

const STRUCK_WITHIN_MS = 30_000

/** What happens to the process that comes by: it dies, stops as a whole, or waits there alone. */
export type Action = 'kill' | 'pause' | 'hold'

export interface Hit {
  name: string
  pid: number
}

/** Arms failpoints in a folder that all services look into, and tells which have struck. */
export class Failpoints {
  readonly folder: string
  #counts: Record<string, number> = {}

  constructor(folder: string) {
    this.folder = folder
    for (const part of ['armed', 'struck']) mkdirSync(join(folder, part), { recursive: true })
  }

  /** The next process that comes by this point is struck. */
  arm(name: string, action: Action): void {
    writeFileSync(join(this.folder, 'armed', name), action)
  }

  /** Where the point has struck since it was armed; undefined until then. */
  struck(name: string): Hit | undefined {
    const entry = readdirSync(join(this.folder, 'struck')).find((each) =>
      each.startsWith(`${name}@`),
    )
    return entry === undefined ? undefined : { name, pid: Number(entry.split('@')[1]) }
  }

  /** Ends a strike: who is held goes on, who is paused wakes up, and it is counted. */
  release({ name, pid }: Hit, action: Action): void {
    rmSync(join(this.folder, 'struck', `${name}@${pid}`))
    if (action === 'pause') process.kill(pid, 'SIGCONT')
    this.#counts[name] = (this.#counts[name] ?? 0) + 1
  }

  /** Takes back what was armed and has not struck. */
  disarm(name: string): void {
    rmSync(join(this.folder, 'armed', name), { force: true })
  }

  /** How often each point has struck. */
  counts(): Readonly<Record<string, number>> {
    return this.#counts
  }
}

/** Waits until a point has struck. */
export function hitAt(failpoints: Failpoints, name: string): Promise<Hit> {
  return eventually(() => {
    const found = failpoints.struck(name)
    if (found === undefined) throw new Error(`${name} has not struck`)
    return found
  }, STRUCK_WITHIN_MS)
}

/** The names of all failpoints in the sources, in the order of files. */
export async function allFailpoints(): Promise<string[]> {
  const names: string[] = []
  for (const pattern of ['shared/**/*.ts', 'services/*/src/**/*.ts'])
    for await (const file of new Glob(pattern).scan({ cwd: root }))
      names.push(...failpointsIn(await Bun.file(join(root, file)).text()))
  return names.toSorted()
}
