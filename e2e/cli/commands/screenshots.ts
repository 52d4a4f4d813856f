import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readStack, stackPath } from '@shop/shared/testing'
import { createCast } from '../../screenshots/cast.ts'
import { scenesNamed } from '../../screenshots/scenes.ts'
import { takeScenes } from '../../screenshots/take.ts'
import { root } from '../../stack/settings/paths.ts'
import { StackFailure, messageOf } from '../../stack/system/failure.ts'
import { info } from '../../stack/system/terminal.ts'
import { screenshotsAgainst } from './screenshots-against.ts'

const OUT = join(root, 'e2e/screenshots/out')

/** Takes pictures of the running shop, or compares those of this and another commit. */
export async function screenshots(args: readonly string[]): Promise<number> {
  const { against, names } = readArguments(args)
  if (against !== undefined) return screenshotsAgainst(against, names, OUT)
  if (!existsSync(stackPath())) throw new StackFailure('no shop is running: start one with dev')
  const cast = await createCast()
  const scenes = scenesNamed(names, cast)
  const failed = await takeScenes({
    shop: await readStack(),
    people: cast.people,
    scenes,
    folder: OUT,
  })
  info(`took ${scenes.length} scenes: ${OUT}`)
  return failed === 0 ? 0 : 1
}

function readArguments(args: readonly string[]): { against: string | undefined; names: string[] } {
  try {
    const options = { against: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    return { against: values.against, names: positionals }
  } catch (error) {
    throw new StackFailure(`${messageOf(error)} (known flags: --against <commit>)`)
  }
}
