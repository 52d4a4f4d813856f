import { watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'
import { root } from '../stack/settings/paths.ts'
import type { Supervisor } from '../stack/supervisor/supervisor.ts'
import { say } from '../stack/system/terminal.ts'

const STOREFRONT = 'storefront'
const SETTLE_MS = 150

/** Whether a change of this file changes what a program does. */
export function matters(file: string): boolean {
  return (
    /\.(ts|js|json|html|css)$/.test(file) &&
    !/(^|\/)(node_modules|build|testing)\//.test(file) &&
    !file.endsWith('.test.ts')
  )
}

/** Restarts a program when its sources change, and every program when `shared` does. */
export function watchSources(names: readonly string[], supervisor: Supervisor): FSWatcher[] {
  const pending = new Map<string, string>()
  let timer: Timer | undefined

  function changed(affected: readonly string[], file: string): void {
    for (const name of affected) pending.set(name, file)
    clearTimeout(timer)
    // An editor and a checkout write many files at once.
    timer = setTimeout(restart, SETTLE_MS)
  }

  function restart(): void {
    const batch = [...pending]
    pending.clear()
    for (const [name, file] of batch) {
      say(`${name}: ${file} changed, starting it again`)
      void supervisor.replace(name)
    }
  }

  function follow(folder: string, affected: readonly string[]): FSWatcher {
    return watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (file !== null && matters(file)) changed(affected, join(folder, file))
    })
  }

  return [
    follow('shared', [...names, STOREFRONT]),
    // Its pages are brought to the browser by Vite.
    follow('storefront/server', [STOREFRONT]),
    ...names.map((name) => follow(join('services', name, 'src'), [name])),
  ]
}
