import { expect, test } from 'bun:test'
import { join } from 'node:path'

const NOT_LOADED = /\.test\.tsx?$|\.d\.ts$|^entry\./

// Coverage counts only the files that a test loads: without this, a file without tests would not lower it.
test('every module of the app loads without side effects', async () => {
  const files = await Array.fromAsync(new Bun.Glob('**/*.{ts,tsx}').scan(import.meta.dir))
  for (const file of files.filter((path) => !NOT_LOADED.test(path)))
    expect(await import(join(import.meta.dir, file))).toBeDefined()
})
