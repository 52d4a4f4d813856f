import { join, relative } from 'node:path'

/** Coverage of one file: how often each line ran, and how many of its functions did. */
interface FileCoverage {
  functions: number
  functionsHit: number
  lines: Map<number, number>
}

/** By path from the root. */
export type Coverage = Map<string, FileCoverage>

/** Parses an lcov file whose paths start from `cwd`. */
export function parseLcov(text: string, cwd: string, root: string): Coverage {
  const coverage: Coverage = new Map()
  let file: FileCoverage = { functions: 0, functionsHit: 0, lines: new Map() }
  for (const line of text.split('\n')) {
    const [key, value = ''] = line.split(/:(.*)/, 2)
    if (key === 'SF') {
      file = { functions: 0, functionsHit: 0, lines: new Map() }
      coverage.set(relative(root, join(cwd, value)), file)
    } else if (key === 'FNF') file.functions = Number(value)
    else if (key === 'FNH') file.functionsHit = Number(value)
    else if (key === 'DA') {
      const [number, hits] = value.split(',').map(Number)
      file.lines.set(number ?? 0, hits ?? 0)
    }
  }
  return coverage
}

/** Adds up what several runs covered. lcov names no function here, so of functions the better run counts. */
export function mergeLcov(parts: readonly Coverage[]): Coverage {
  const merged: Coverage = new Map()
  for (const [path, file] of parts.flatMap((part) => [...part])) {
    const known = merged.get(path)
    merged.set(path, known === undefined ? file : mergeFile(known, file))
  }
  return merged
}

function mergeFile(one: FileCoverage, other: FileCoverage): FileCoverage {
  const lines = new Map(one.lines)
  for (const [number, hits] of other.lines) lines.set(number, (lines.get(number) ?? 0) + hits)
  return {
    functions: Math.max(one.functions, other.functions),
    functionsHit: Math.max(one.functionsHit, other.functionsHit),
    lines,
  }
}

/** Writes coverage as lcov. */
export function formatLcov(coverage: Coverage): string {
  return [...coverage]
    .map(([path, { functions, functionsHit, lines }]) =>
      [
        'TN:',
        `SF:${path}`,
        `FNF:${functions}`,
        `FNH:${functionsHit}`,
        ...[...lines].map(([number, hits]) => `DA:${number},${hits}`),
        `LF:${lines.size}`,
        `LH:${[...lines.values()].filter((hits) => hits > 0).length}`,
        'end_of_record\n',
      ].join('\n'),
    )
    .join('')
}
