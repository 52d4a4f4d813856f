import type { ProductTexts } from './schema.ts'

const TEXT_NAMES = ['title', 'description', 'category', 'price'] as const

/** A mark of each of a product's texts, by which two are compared without sending them. */
export type Marks = Record<keyof ProductTexts, string>

/** What becomes of an edit of a product that others may have edited, too. */
export interface Merged {
  /** What only this edit changes, or changed the same way: it can be saved. */
  mine: (keyof ProductTexts)[]
  /** What only others have changed: it stays as it is now. */
  theirs: (keyof ProductTexts)[]
  /** What both have changed, each in another way. */
  contested: (keyof ProductTexts)[]
}

/** Compares an edit with what it was made on and with what is there now. */
export function mergeEdit(seen: Partial<Marks>, typed: Marks, now: Marks): Merged {
  const others = TEXT_NAMES.filter((name) => typed[name] !== now[name])
  const isMine = (name: keyof Marks) => typed[name] !== seen[name]
  const isTheirs = (name: keyof Marks) => now[name] !== seen[name]
  return {
    mine: others.filter((name) => isMine(name) && !isTheirs(name)),
    theirs: others.filter((name) => !isMine(name)),
    contested: others.filter((name) => isMine(name) && isTheirs(name)),
  }
}

const MARK_BYTES = 12
const BETWEEN = '.'

/** The marks of texts; how their lines end makes no difference. */
export async function marksOf(texts: ProductTexts): Promise<Marks> {
  const [title, description, category, price] = await Promise.all(
    TEXT_NAMES.map((name) => markOf(String(texts[name] ?? ''))),
  )
  return {
    title: title ?? '',
    description: description ?? '',
    category: category ?? '',
    price: price ?? '',
  }
}

async function markOf(text: string): Promise<string> {
  const plain = text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(plain))
  return new Uint8Array(digest).slice(0, MARK_BYTES).toHex()
}

/** Marks as a form carries them. */
export function writeMarks(marks: Marks): string {
  return TEXT_NAMES.map((name) => marks[name]).join(BETWEEN)
}

/** The marks that a form carried; what is missing is taken as changed. */
export function readMarks(text: string): Partial<Marks> {
  const marks = text.split(BETWEEN)
  return Object.fromEntries(TEXT_NAMES.map((name, at) => [name, marks[at] ?? '']))
}
