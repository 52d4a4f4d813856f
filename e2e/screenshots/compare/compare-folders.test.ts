import { afterAll, expect, test } from 'bun:test'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { compareFolders } from './compare-folders.ts'
import { report } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'shop-pictures-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function picture(file: string, background: string, height = 2): Promise<void> {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  await sharp({ create: { width: 5, height, channels: 3, background } })
    .png()
    .toFile(join(folder, file))
}

test('pictures that differ, and those of one side only, are found, drawn and reported', async () => {
  for (const side of ['before', 'after']) await picture(`${side}/same.png`, '#fff')
  await picture('before/color.png', '#fff')
  await picture('after/color.png', '#fffffe')
  await picture('before/longer.png', '#fff')
  await picture('after/longer.png', '#fff', 3)
  await picture('before/gone.png', '#fff')
  await picture('after/new.png', '#fff')

  const { same, changes } = await compareFolders(folder)
  expect(same).toBe(1)
  expect(report(folder, changes)).toBe(
    [
      'color.png   10 pixels, 100.00 %',
      'gone.png    was taken of one shop only',
      'longer.png  5 pixels, 33.33 %',
      'new.png     was taken of one shop only',
    ].join('\n'),
  )
  expect(existsSync(join(folder, 'difference/color.png'))).toBe(true)
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  for (const side of ['before', 'after', 'difference'])
    expect(page).toContain(`<img src="${side}/longer.png"`)
  expect(page).not.toContain('same.png')
})
