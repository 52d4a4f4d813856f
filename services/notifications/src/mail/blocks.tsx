/** @jsxImportSource hono/jsx */
import type { Block, Inline, Row } from './content.ts'
import { STYLES } from './styles.ts'

/** A block of a mail as HTML. */
export function blockOf(block: Block) {
  switch (block.is) {
    case 'text':
      return paragraphOf(block.parts, block.muted)
    case 'button':
      return (
        <p style={STYLES.buttonLine}>
          <a class="m-btn" href={block.href} style={STYLES.button}>
            {block.label}
          </a>
        </p>
      )
    case 'heading':
      return (
        <h2 class="m-text m-line" style={STYLES.heading}>
          {block.text}
        </h2>
      )
    case 'rows':
      return block.rows.map((row) => rowOf(row, STYLES.label))
    case 'sums':
      return sumsOf(block.rows)
    case 'lines':
      return (
        <p class="m-text" style={STYLES.text}>
          {block.lines.map((line, index) => [index > 0 && <br />, line])}
        </p>
      )
    case 'quote':
      return (
        <blockquote class="m-quote" style={STYLES.quote}>
          {block.text}
        </blockquote>
      )
    default:
      return block satisfies never
  }
}

/** A part of a paragraph as HTML. */
export function inlineOf(part: Inline) {
  if (typeof part === 'string') return part
  if ('strong' in part)
    return <strong style={part.isWhole === true ? STYLES.whole : ''}>{part.strong}</strong>
  return (
    <a class="m-link" href={part.href} style={STYLES.link}>
      {part.link}
    </a>
  )
}

function paragraphOf(parts: Inline[], isMuted: boolean) {
  return (
    <p class={isMuted ? 'm-muted' : 'm-text'} style={isMuted ? STYLES.muted : STYLES.text}>
      {parts.map(inlineOf)}
    </p>
  )
}

function sumsOf(rows: Row[]) {
  const total = rows.at(-1)
  return (
    <div class="m-line" style={STYLES.sums}>
      {rows.map((row) => rowOf(row, row === total ? STYLES.label : STYLES.plainLabel))}
    </div>
  )
}

function rowOf({ label, value, detail }: Row, labelStyle: string) {
  return (
    <div class="m-text" style={STYLES.row}>
      {value !== undefined && <span style={STYLES.value}>{value}</span>}
      <span style={labelStyle}>{label}</span>
      {detail !== undefined && (
        <>
          <br />
          <span class="m-muted" style={STYLES.detail}>
            {detail}
          </span>
        </>
      )}
    </div>
  )
}
