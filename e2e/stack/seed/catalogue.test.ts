import { expect, test } from 'bun:test'
import { CATEGORIES, CreateProductBody, ProfileBody } from '@shop/shared/contracts'
import * as v from 'valibot'
import { PRODUCTS, SHOPS, VIEWS, pictureFile } from './catalogue.ts'

test('the demo catalogue has every category, and products that are sold out', () => {
  expect(SHOPS.map(({ category }) => category)).toEqual([...CATEGORIES])
  for (const name of CATEGORIES)
    expect(PRODUCTS.filter(({ category }) => category === name)).toHaveLength(8)
  expect(PRODUCTS.filter(({ quantity }) => quantity === 0)).toHaveLength(3)
})

test('the API accepts every product and every shop', () => {
  for (const { picture: _picture, ...body } of PRODUCTS)
    expect(v.safeParse(CreateProductBody, body).success).toBe(true)
  for (const { name } of SHOPS) expect(v.safeParse(ProfileBody, { name }).success).toBe(true)
})

test('no title appears twice: an interrupted start finds existing products by title', () => {
  expect(new Set(PRODUCTS.map(({ title }) => title)).size).toBe(PRODUCTS.length)
})

test('the eight newest products are of eight categories, and so are the eight before', () => {
  for (let first = 0; first < PRODUCTS.length; first += 8)
    expect(new Set(PRODUCTS.slice(first, first + 8).map(({ category }) => category)).size).toBe(8)
  expect(PRODUCTS.at(-1)?.title).toBe('Teapot, raspberry glaze')
})

test('every picture is there', async () => {
  for (const product of PRODUCTS)
    for (const view of VIEWS.keys()) expect(await pictureFile(product, view).exists()).toBe(true)
})
