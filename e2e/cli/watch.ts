import { watch, type FSWatcher } from 'node:fs'
import { join } from 'node:path'
import { root } from '../stack/settings/paths.ts'
import type { Supervisor } from '../stack/supervisor/supervisor.ts'
import { info } from '../stack/system/terminal.ts'

const STOREFRONT = 'storefront'
const SETTLE_MS = 150

/** Whether a change to this file requires a restart. */
export function matters(file: string): boolean {
  return (
    /\.(ts|js|json|html|css)$/.test(file) &&
    !/(^|\/)(node_modules|build|testing)\//.test(file) &&
    !file.endsWith('.test.ts')
  )
}

/** Restarts a program when its sources change, and every program when `shared` changes. */
export function watchSources(names: readonly string[], supervisor: Supervisor): FSWatcher[] {
  const pending = new Map<string, string>()
  let timer: Timer | undefined

  function changed(affected: readonly string[], file: string): void {
    for (const name of affected) pending.set(name, file)
    clearTimeout(timer)
    // Editors and `git checkout` write many files at once.
    timer = setTimeout(restart, SETTLE_MS)
  }

  function restart(): void {
    const batch = [...pending]
    pending.clear()
    for (const [name, file] of batch) {
      info(`${name}: ${file} changed, restarting`)
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
    // Vite reloads the pages.
    follow('storefront/server', [STOREFRONT]),
    ...names.map((name) => follow(join('services', name, 'src'), [name])),
  ]
}
