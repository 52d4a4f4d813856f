import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { isFileLoadingAllowed, type ViteDevServer } from 'vite'

/** Whether a URL leads through a symbolic link to a forbidden file: Vite checks the path without resolving links. */
export function leadsOutside(url: string, { config }: ViteDevServer): boolean {
  const path = decoded(url.replace(/[?#].*/, ''))
  const file = resolve(path.startsWith('/@fs/') ? path.slice('/@fs'.length) : config.root + path)
  const real = realPath(file)
  return real !== undefined && real !== file && !isFileLoadingAllowed(config, real)
}

/** Decodes repeatedly: Vite and its file server each decode once. */
function decoded(path: string): string {
  try {
    const next = decodeURIComponent(path)
    return next === path ? path : decoded(next)
  } catch {
    return path
  }
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file)
  } catch {
    return undefined
  }
}
