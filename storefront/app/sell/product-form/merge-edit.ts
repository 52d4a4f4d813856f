import type { ProductTexts } from './schema.ts'

const TEXT_NAMES = ['title', 'description', 'category', 'price'] as const

/** A hash of each field, to compare versions without sending them. */
export type Fingerprints = Record<keyof ProductTexts, string>

export interface Merged {
  /** Changed by this edit only: can be saved. */
  mine: (keyof ProductTexts)[]
  /** Changed by others only: stays. */
  theirs: (keyof ProductTexts)[]
  /** Changed by both, differently. */
  contested: (keyof ProductTexts)[]
}

/** Three-way merge of an edit, the version it is based on and the current one. */
export function mergeEdit(
  seen: Partial<Fingerprints>,
  typed: Fingerprints,
  now: Fingerprints,
): Merged {
  const others = TEXT_NAMES.filter((name) => typed[name] !== now[name])
  const isMine = (name: keyof Fingerprints) => typed[name] !== seen[name]
  const isTheirs = (name: keyof Fingerprints) => now[name] !== seen[name]
  return {
    mine: others.filter((name) => isMine(name) && !isTheirs(name)),
    theirs: others.filter((name) => !isMine(name)),
    contested: others.filter((name) => isMine(name) && isTheirs(name)),
  }
}

const MARK_BYTES = 12
const BETWEEN = '.'

/** Line endings make no difference. */
export async function fingerprintsOf(texts: ProductTexts): Promise<Fingerprints> {
  const [title, description, category, price] = await Promise.all(
    TEXT_NAMES.map((name) => fingerprintOf(String(texts[name] ?? ''))),
  )
  return {
    title: title ?? '',
    description: description ?? '',
    category: category ?? '',
    price: price ?? '',
  }
}

async function fingerprintOf(text: string): Promise<string> {
  const plain = text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plain))
  return new Uint8Array(digest).slice(0, MARK_BYTES).toHex()
}

export function formatFingerprints(marks: Fingerprints): string {
  return TEXT_NAMES.map((name) => marks[name]).join(BETWEEN)
}

/** A missing fingerprint counts as changed. */
export function parseFingerprints(text: string): Partial<Fingerprints> {
  const marks = text.split(BETWEEN)
  return Object.fromEntries(TEXT_NAMES.map((name, at) => [name, marks[at] ?? '']))
}
