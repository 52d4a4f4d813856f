import { SHOP } from '@shop/shared/contracts'
import type { Block, Content, Inline, Link, Row } from './content.ts'
import { footerLinks, reasonFor } from './footer.ts'
import type { Links } from './links.ts'

const WIDTH = 66
const ROW_WIDTH = 53

/** Writes a mail as plain text: lines of 66 characters, each link alone on its line. */
export function toText(content: Content, links: Links): string {
  const { title, blocks, audience } = content
  const [contact] = footerLinks(audience, links)
  const footer = `--\n${wrap(reasonFor(audience))}\n${SHOP.name}, ${SHOP.address}\n${contact.href}`
  return `${[wrap(title), ...joined(blocks), footer].map(toAscii).join('\n\n')}\n`
}

/** What belongs together stands together: a heading and what follows, rows and their sums. */
function joined(blocks: Block[]): string[] {
  const parts: string[] = []
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1]?.is
    const isJoined = before === 'heading' || (before === 'rows' && block.is === 'sums')
    const last = isJoined ? `${parts.pop()}\n` : ''
    parts.push(`${last}${write(block)}`)
  }
  return parts
}

function write(block: Block): string {
  switch (block.is) {
    case 'text':
      return writeParts(block.parts)
    case 'button':
      return `${block.label}:\n${block.href}`
    case 'heading':
      return wrap(block.text.toUpperCase())
    case 'rows':
      return block.rows.map(writeRow).join('\n')
    case 'sums':
      return ['-'.repeat(ROW_WIDTH), ...block.rows.map(writeRow)].join('\n')
    case 'lines':
      return block.lines.map((line) => wrap(line)).join('\n')
    case 'quote':
      return block.text.split('\n').map(quoted).join('\n')
    default:
      return block satisfies never
  }
}

function writeParts(parts: Inline[]): string {
  const words = parts.map((part) => {
    if (typeof part === 'string') return part
    return 'strong' in part ? part.strong : part.link
  })
  const hrefs = parts.filter((part): part is Link => typeof part === 'object' && 'link' in part)
  const last = parts.at(-1)
  const end = typeof last === 'object' && 'link' in last ? ':' : ''
  return [wrap(`${words.join('')}${end}`), ...hrefs.map(({ href }) => href)].join('\n')
}

function writeRow({ label, value = '', detail }: Row): string {
  const fits = label.length + value.length < ROW_WIDTH
  const gap = ' '.repeat(Math.max(ROW_WIDTH - value.length - (fits ? label.length : 0), 0))
  const first =
    fits || value === '' ? `${label}${value && gap}${value}` : `${label}\n${gap}${value}`
  return detail === undefined ? first : `${first}\n  ${detail}`
}

const quoted = (line: string) => wrap(line, WIDTH - 2).replaceAll(/^/gm, '> ')

function wrap(paragraph: string, width = WIDTH): string {
  const wrapped: string[] = []
  for (const word of paragraph.split(' ')) {
    const line = wrapped.at(-1)
    if (line === undefined || line.length + word.length >= width) wrapped.push(word)
    else wrapped[wrapped.length - 1] = `${line} ${word}`
  }
  return wrapped.join('\n')
}

const ASCII: Record<string, string> = {
  '“': '"',
  '”': '"',
  '’': "'",
  '–': '-',
  '−': '-',
  '×': 'x',
  '…': '...',
}

function toAscii(line: string): string {
  return line.replaceAll(/[“”’–−×…]/g, (sign) => ASCII[sign] ?? sign)
}
