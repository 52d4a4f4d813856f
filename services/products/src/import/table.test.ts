import { expect, test } from 'bun:test'
import { MAX_IMPORT_ROWS } from '@shop/shared/contracts'
import { tableOf } from './table.ts'

const HEADER = 'title,price,quantity'

test.each([
  ['with commas', 'title,price,quantity\nMug,1,2\n'],
  ['with semicolons', 'title;price;quantity\r\nMug;1;2'],
  ['with a byte order mark', '\uFEFFtitle,price,quantity\r\nMug,1,2\r\n'],
  ['with quotes and capitals', '"Title","PRICE","quantity"\n"Mug","1","2"\n\n'],
])('a file %s is read', (_, csv) => {
  expect(tableOf(csv)).toEqual([{ line: 2, cells: { title: 'Mug', price: '1', quantity: '2' } }])
})

test('lines are counted as a spreadsheet counts them: a cell with a line break is in one', () => {
  const csv = `description,${HEADER}\n"two\nlines",Mug,1,2\n\n,,,\n"a ""quote""",Cup,3,4\n`
  const table = tableOf(csv)
  expect(table.map(({ line }) => line)).toEqual([2, 5])
  expect(table.map(({ cells }) => cells.description)).toEqual(['two\nlines', 'a "quote"'])
})

test('the quote that an export puts before a formula is taken off', () => {
  const [row] = tableOf(`${HEADER}\n"'=SUM(1)",1,2`)
  expect(row?.cells.title).toBe('=SUM(1)')
  expect(tableOf(`${HEADER}\n'70s mug,1,2`)[0]?.cells.title).toBe("'70s mug")
})

test.each([
  ['title,quantity\nMug,1', 'The column “price” is missing'],
  ['title,price,quantity,colour\nMug,1,1,red', 'Unknown column “colour”'],
  ['title,price,quantity,title\nMug,1,1,Mug', 'The column “title” is there twice'],
  ['title,price,quantity\n', 'The file has no products'],
  ['', 'The column “title” is missing'],
  ['PK\0\0title,price,quantity', 'This isn’t a CSV file'],
])('%j is refused', (csv, message) => {
  expect(() => tableOf(csv)).toThrow(message)
})

test('a file with too many rows is refused', () => {
  const rows = 'Mug,1,2\n'.repeat(MAX_IMPORT_ROWS)
  expect(tableOf(`${HEADER}\n${rows}`)).toHaveLength(MAX_IMPORT_ROWS)
  expect(() => tableOf(`${HEADER}\n${rows}Mug,1,2\n`)).toThrow('At most 5,000 products at once')
})

test('lines that cannot be read are named', () => {
  const csv = `${HEADER}\nMug,1,2,3\nCup,1\n"Bowl"s,1,2\n`
  expect(tableOf(csv).map(({ line, fault }) => [line, fault])).toEqual([
    [2, 'Has 4 cells; the header has 3'],
    [3, undefined],
    [4, 'A quotation mark is missing or in the wrong place'],
  ])
})
