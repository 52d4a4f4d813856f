import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { exec, lastLines } from './exec.ts'
import { StackFailure } from './failure.ts'
import { root } from './paths.ts'
import { withProgress } from './terminal.ts'

// sharp brings its own native library, which no bundle can hold.
const EXTERNAL: Record<string, string[]> = { products: ['--external', 'sharp'] }

/** Bundles programs into services/<name>/build/main.js. */
export async function build(names: readonly string[]): Promise<void> {
  await withProgress(`building ${names.join(', ')}`, () => Promise.all(names.map(buildOne)))
}

// A bundle appears whole or not at all: another runner may be starting from it.
async function buildOne(name: string): Promise<void> {
  const folder = join(root, 'services', name, 'build')
  const temporary = join(folder, `.main-${process.pid}.js`)
  mkdirSync(folder, { recursive: true })
  const { ok, out } = await exec([
    process.execPath,
    'build',
    '--target=bun',
    '--minify',
    ...(EXTERNAL[name] ?? []),
    '--outfile',
    temporary,
    join(root, 'services', name, 'src/main.ts'),
  ])
  if (!ok) throw new StackFailure(`${name} cannot be built:\n${lastLines(out, 20)}`)
  renameSync(temporary, join(folder, 'main.js'))
}
