import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createCast } from '../../screenshots/cast.ts'
import { compareFolders } from '../../screenshots/compare/compare-folders.ts'
import { report } from '../../screenshots/compare/report.ts'
import { scenesNamed } from '../../screenshots/scenes.ts'
import { takeScenes } from '../../screenshots/take.ts'
import { root } from '../../stack/settings/paths.ts'
import { stackFilePath } from '../../stack/stack-file.ts'
import { StackFailure } from '../../stack/system/failure.ts'
import { withProgress } from '../../stack/system/progress.ts'
import { info } from '../../stack/system/terminal.ts'
import { startOwnStack, stopOnShutdown, temporaryFolder, type OwnStack } from '../own-stack.ts'
import { portsOfBoth } from '../same-ports.ts'
import { checkOutCommit } from '../worktree.ts'

/**
 * Takes the same pictures of another commit (before) and of these sources (after), and compares them. Both shops have
 * the same data and addresses: whatever is random or dated is created once, by these sources, and copied.
 */
export async function screenshotsAgainst(
  name: string,
  names: readonly string[],
  out: string,
): Promise<number> {
  stopOnShutdown()
  const other = await withProgress(`checking out ${name}`, () => checkOutCommit(name))
  const settings = { STACK_PORTS: await portsOfBoth(other.folder) }
  const data = temporaryFolder()
  const cast = await withShop(startOwnStack({ settings, folder: data }), async () => {
    process.env['STACK_FILE'] = stackFilePath(data)
    return withProgress('filling the shop', createCast)
  })
  const copy = temporaryFolder()
  cpSync(data, copy, { recursive: true })
  const scenes = scenesNamed(names, cast)
  if (scenes.length === 0) throw new StackFailure(`no scene is called ${names.join(' or ')}`)
  rmSync(out, { recursive: true, force: true })

  const sides = [
    { label: other.commit, out: join(out, 'before'), folder: copy, sources: other.folder },
    { label: 'these sources', out: join(out, 'after'), folder: data, sources: root },
  ]
  let failed = 0
  for (const side of sides)
    await withShop(startOwnStack({ settings, ...side }), async ({ stack }) => {
      info(`taking ${scenes.length} scenes of ${side.label}`)
      failed += await takeScenes({ shop: stack, people: cast.people, scenes, folder: side.out })
    })
  const isSame = await compare(out)
  return isSame && failed === 0 ? 0 : 1
}

async function withShop<T>(starting: Promise<OwnStack>, work: (own: OwnStack) => Promise<T>) {
  const own = await starting
  try {
    return await work(own)
  } finally {
    await own.stop()
  }
}

async function compare(out: string): Promise<boolean> {
  const { same, changes } = await compareFolders(out)
  console.log(report(out, changes))
  info(`${changes.length} pictures differ, ${same} are the same: ${join(out, 'index.html')}`)
  return changes.length === 0
}
