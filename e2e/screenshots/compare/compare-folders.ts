import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { differenceOf, type Pixels } from './difference.ts'

export interface Change {
  /** The file's name in the folders `before`, `after` and `difference`. */
  file: string
  /** How many pixels differ, and of how many; undefined when only one of both was taken. */
  differing?: { count: number; of: number }
}

/** Compares the pictures in `before` and `after`, and draws what differs into `difference`. */
export async function compareFolders(folder: string): Promise<{ same: number; changes: Change[] }> {
  const files = new Set(['before', 'after'].flatMap((side) => picturesIn(join(folder, side))))
  const changes: Change[] = []
  for (const file of [...files].toSorted()) {
    const change = await compare(folder, file)
    if (change !== undefined) changes.push(change)
  }
  return { same: files.size - changes.length, changes }
}

const picturesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

async function compare(folder: string, file: string): Promise<Change | undefined> {
  const [before, after] = [join(folder, 'before', file), join(folder, 'after', file)]
  if (!existsSync(before) || !existsSync(after)) return { file }
  if (readFileSync(before).equals(readFileSync(after))) return undefined
  const { count, drawn } = differenceOf(await decode(before), await decode(after))
  if (count === 0) return undefined
  mkdirSync(join(folder, 'difference'), { recursive: true })
  const { width, height, data } = drawn
  await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(join(folder, 'difference', file))
  return { file, differing: { count, of: width * height } }
}

async function decode(path: string): Promise<Pixels> {
  const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}
