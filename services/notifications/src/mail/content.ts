export interface Link {
  link: string
  href: string
}

/** A part of a paragraph; what is whole stays on one line. */
export type Inline = string | { strong: string; isWhole?: boolean } | Link

export interface Row {
  label: string
  value?: string
  /** Below the label. */
  detail?: string
}

export type Block =
  | { is: 'text'; parts: Inline[]; muted: boolean }
  | { is: 'button'; label: string; href: string }
  | { is: 'heading'; text: string }
  | { is: 'rows'; rows: Row[] }
  | { is: 'sums'; rows: Row[] }
  | { is: 'lines'; lines: string[] }
  | { is: 'quote'; text: string }

/** Who reads a mail, which decides what its footer says. */
export type Audience = 'buyer' | 'seller' | 'account'

/** A mail before it is written as HTML and as text. */
export interface Content {
  subject: string
  /** The one fact that matters: shown by mail programs beside the subject. */
  preview: string
  title: string
  blocks: Block[]
  audience: Audience
}

export const text = (...parts: Inline[]): Block => ({ is: 'text', parts, muted: false })
export const aside = (...parts: Inline[]): Block => ({ is: 'text', parts, muted: true })
export const button = (label: string, href: string): Block => ({ is: 'button', label, href })
export const heading = (words: string): Block => ({ is: 'heading', text: words })
export const rows = (list: Row[]): Block => ({ is: 'rows', rows: list })
/** Rows below a line; the last one is the total. */
export const sums = (...list: Row[]): Block => ({ is: 'sums', rows: list })
/** Short lines, such as those of an address. */
export const lines = (list: string[]): Block => ({ is: 'lines', lines: list.map(plain) })
/** What a person wrote, with line breaks. */
export const quote = (words: string): Block => ({
  is: 'quote',
  text: words
    .split(/\r\n?|\n/)
    .map(plain)
    .join('\n'),
})

const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu
const WORD_JOINER = '\u2060'
// Where mail programs would find an address to link: evil.example, https://…, a@b.example.
const LINKABLE = /(?<=[\p{L}\p{N}])([.:@])(?=[\p{L}/])/gu

/** A person's text on one line, so that no mail program turns a part of it into a link. */
export function plain(words: string): string {
  return words.replaceAll(INVISIBLE, ' ').replaceAll(LINKABLE, `$1${WORD_JOINER}`)
}
