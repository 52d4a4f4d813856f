import type { CollectedSpan } from './collector.ts'

interface Node {
  span: CollectedSpan
  below: Node[]
}

const NAME_WIDTH = 13

/** A trace as text: each span below the one that has caused it, with its start and duration in milliseconds. */
export function drawTrace(spans: readonly CollectedSpan[]): string {
  const starts = spans.map(startOf)
  const first = Math.min(...starts)
  const draw = ({ span, below }: Node, depth: number): string[] => [
    lineOf(span, startOf(span) - first, depth),
    ...below.flatMap((node) => draw(node, depth + 1)),
  ]
  const lines = treeOf(spans).flatMap((node) => draw(node, 0))
  return ['   start       ms  program', ...lines].join('\n')
}

/** Spans that nothing here has caused come first; all in the order of their start. */
function treeOf(spans: readonly CollectedSpan[]): Node[] {
  const sorted = spans.toSorted((one, other) => startOf(one) - startOf(other))
  const nodes = new Map(sorted.map((span): [string, Node] => [span.spanId, { span, below: [] }]))
  const roots: Node[] = []
  for (const node of nodes.values()) (nodes.get(node.span.parentSpanId)?.below ?? roots).push(node)
  return roots
}

function lineOf(span: CollectedSpan, start: number, depth: number): string {
  const ms = endOf(span) - startOf(span)
  const numbers = `${start.toFixed(1).padStart(8)} ${ms.toFixed(1).padStart(8)}`
  return `${numbers}  ${span.program.padEnd(NAME_WIDTH)}  ${'  '.repeat(depth)}${span.name}`
}

// Nanoseconds since the epoch are more than a number holds.
const millisecondsOf = (nanoseconds: string) => Number(BigInt(nanoseconds) / 1000n) / 1000
const startOf = ({ startTimeUnixNano }: CollectedSpan) => millisecondsOf(startTimeUnixNano)
const endOf = ({ endTimeUnixNano }: CollectedSpan) => millisecondsOf(endTimeUnixNano)
