import { join, relative } from 'node:path'
import { root } from '../../stack/settings/paths.ts'
import { StackFailure } from '../../stack/system/failure.ts'
import { withProgress } from '../../stack/system/progress.ts'
import { patchedSource, type Patch } from './patched-source.ts'

const OURS = /\/(services|shared)\/.*\.ts$/

/** Bundles services with failpoints enabled and with the given patches. */
export async function buildTrial(
  bundle: string,
  names: readonly string[],
  patches: readonly Patch[] = [],
): Promise<void> {
  await withProgress(`building ${bundle} of ${names.join(', ')}`, async () => {
    const patched = new Set<string>()
    for (const name of names) await buildOne(bundle, name, patches, patched)
    const unused = patches.find(({ file }) => !patched.has(file))
    if (unused !== undefined) throw new StackFailure(`no bundle contains ${unused.file}`)
  })
}

async function buildOne(
  bundle: string,
  name: string,
  patches: readonly Patch[],
  patched: Set<string>,
): Promise<void> {
  const folder = join(root, 'services', name)
  await Bun.build({
    entrypoints: [join(folder, 'src/main.ts')],
    target: 'bun',
    minify: true,
    external: ['sharp'],
    outdir: join(folder, 'build'),
    naming: `${bundle}.js`,
    plugins: [
      {
        name: 'trial',
        setup: (builder) => {
          builder.onLoad({ filter: OURS }, async ({ path }) => {
            const file = relative(root, path)
            patched.add(file)
            const contents = patchedSource(file, await Bun.file(path).text(), patches)
            return { contents, loader: 'ts' }
          })
        },
      },
    ],
  })
}
