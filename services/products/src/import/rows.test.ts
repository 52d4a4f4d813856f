import { expect, test } from 'bun:test'
import { readRows } from './rows.ts'
import { tableOf } from './table.ts'

const ID = 'a'.repeat(24)
const OTHER = 'b'.repeat(24)
const HEADER = 'id,title,description,category,price,quantity,draft'
const read = (...lines: string[]) =>
  readRows(tableOf([HEADER, ...lines].join('\n')), new Set([ID]), () => 'new')
const problemsOf = (...lines: string[]) =>
  read(...lines).problems.map(({ line, column, value, message }) => [line, column, value, message])

test('a row without an id is a new product, one with an id a change', () => {
  const { rows, problems } = read(
    ',Mug,Blue,kitchen,12.5,3,yes',
    ',Cup,,,1,0,',
    `${ID.toUpperCase()},Bowl,,,2,,no`,
  )
  expect(problems).toEqual([])
  expect(rows).toEqual([
    {
      line: 2,
      id: 'new',
      isNew: true,
      body: {
        title: 'Mug',
        description: 'Blue',
        category: 'kitchen',
        price: 12.5,
        quantity: 3,
        draft: true,
      },
    },
    {
      line: 3,
      id: 'new',
      isNew: true,
      body: { title: 'Cup', description: '', price: 1, quantity: 0 },
    },
    {
      line: 4,
      id: ID,
      isNew: false,
      body: { title: 'Bowl', description: '', price: 2, draft: false },
    },
  ])
})

test('every bad cell is named with its line, column and value', () => {
  expect(
    problemsOf(
      ',,,toys,abc,1.5,perhaps',
      ',Mug,,,0,,',
      ',Mug,,,"1,50",3,',
      `${ID},Mug,,,1,1,`,
      `${ID},Mug,,,1,1,`,
      `${OTHER},Mug,,,1.005,1,`,
      'abc,Mug,,,1,1,',
    ),
  ).toEqual([
    [2, 'title', '', 'Must not be empty'],
    [2, 'price', 'abc', 'Must be a number'],
    [2, 'quantity', '1.5', 'Must be a whole number'],
    [2, 'category', 'toys', expect.stringContaining('Must be one of kitchen')],
    [2, 'draft', 'perhaps', 'Must be true or false'],
    [3, 'price', '0', 'Must be at least 0.01'],
    [3, 'quantity', '', 'Must be a number'],
    [4, 'price', '1,50', 'Must be a number'],
    [6, 'id', ID, 'Is there twice'],
    [7, 'id', OTHER, 'Not one of your products'],
    [7, 'price', '1.005', 'Must have at most 2 decimal places'],
    [8, 'id', 'abc', 'Not one of your products'],
  ])
})

test('a line that cannot be read is one problem, and a long value is shortened', () => {
  expect(problemsOf(`,Mug,,,1,1,,`)).toEqual([
    [2, undefined, undefined, 'Has 8 cells; the header has 7'],
  ])
  const [[, , value]] = problemsOf(`,${'x'.repeat(300)},,,1,1,`) as [[number, string, string]]
  expect(value).toHaveLength(100)
})
