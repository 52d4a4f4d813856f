import { expect, test } from 'bun:test'
import { readFile } from './read-file.ts'

const file = (...parts: BlobPart[]) => new File(parts, 'products.csv')

test('a file is read as UTF-8', async () => {
  expect(await readFile(file('title\nGröße'))).toEqual({ csv: 'title\nGröße' })
})

test.each([
  [null, 'Choose a CSV file'],
  [file(), 'Choose a CSV file'],
  [file('x'.repeat(2_400_000)), '2.4 MB is too large. The limit is 2 MB.'],
  [file(new Uint8Array([0xff, 0xfe, 0x41])), 'This isn’t a CSV file in UTF-8'],
])('what is no such file is refused', async (sent, error) => {
  expect(await readFile(sent)).toEqual({ error })
})
