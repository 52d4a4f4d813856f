import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from './compare-folders.ts'

const SIDES = ['before', 'after', 'difference']

/** Writes a page that shows the changes side by side; returns them as a table. */
export function report(folder: string, changes: readonly Change[]): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), pageOf(changes))
  const longest = Math.max(0, ...changes.map(({ file }) => file.length))
  return changes.map((change) => `${change.file.padEnd(longest)}  ${wordsOf(change)}`).join('\n')
}

function wordsOf({ differing }: Change): string {
  if (differing === undefined) return 'was taken of one shop only'
  const { count, of } = differing
  return `${count.toLocaleString('en-US')} pixels, ${((count / of) * 100).toFixed(2)} %`
}

function pageOf(changes: readonly Change[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${changes.length} pictures differ</title>
<style>
body { margin: 2rem; font: 1rem sans-serif; background: #888 }
div { display: flex; gap: 1rem; align-items: start }
figure { margin: 0; flex: 1 }
img { max-width: 100% }
</style>
<h1>${changes.length} pictures differ</h1>
${changes.map(sectionOf).join('')}</html>
`
}

function sectionOf(change: Change): string {
  const figures = SIDES.map(
    (side) =>
      `<figure><figcaption>${side}</figcaption><a href="${side}/${change.file}"><img src="${side}/${change.file}" alt="${side}" loading="lazy"></a></figure>`,
  )
  return `<h2>${change.file}: ${wordsOf(change)}</h2>\n<div>${figures.join('')}</div>\n`
}
