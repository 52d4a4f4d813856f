import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './settings/paths.ts'
import { exec, lastLines } from './system/exec.ts'
import { StackFailure } from './system/failure.ts'
import { withProgress } from './system/progress.ts'

// sharp has a native library, which cannot be bundled.
const EXTERNAL: Record<string, string[]> = { products: ['--external', 'sharp'] }

/** Bundles programs into build/main.js in their folders. */
export async function build(names: readonly string[]): Promise<void> {
  await withProgress(`building ${names.join(', ')}`, () =>
    Promise.all(names.map((name) => (name === 'storefront' ? buildStorefront() : buildOne(name)))),
  )
}

async function buildStorefront(): Promise<void> {
  const cwd = join(root, 'storefront')
  const { ok, out } = await exec([process.execPath, 'server/build.ts'], { cwd })
  if (!ok) throw new StackFailure(`the storefront cannot be built:\n${lastLines(out, 30)}`)
}

// Written under another name and renamed: another runner may be starting from this bundle.
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
