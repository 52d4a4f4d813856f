import { expect, test } from 'bun:test'
import { CATEGORIES, CreateProductBody, ProfileBody } from '@shop/shared/contracts'
import * as v from 'valibot'
import { PRODUCTS, SHOPS, VIEWS, pictureFile } from './catalogue.ts'

test('the demo catalogue has something of everything, and what is sold out', () => {
  expect(SHOPS.map(({ category }) => category)).toEqual([...CATEGORIES])
  for (const name of CATEGORIES)
    expect(PRODUCTS.filter(({ category }) => category === name)).toHaveLength(8)
  expect(PRODUCTS.filter(({ quantity }) => quantity === 0)).toHaveLength(3)
})

test('every product and every shop is what the API takes', () => {
  for (const { picture: _picture, ...body } of PRODUCTS)
    expect(v.safeParse(CreateProductBody, body).success).toBe(true)
  for (const { name } of SHOPS) expect(v.safeParse(ProfileBody, { name }).success).toBe(true)
})

test('no title stands there twice: by it an interrupted start knows what is up', () => {
  expect(new Set(PRODUCTS.map(({ title }) => title)).size).toBe(PRODUCTS.length)
})

test('the eight newest are of eight categories, and so the eight before', () => {
  for (let first = 0; first < PRODUCTS.length; first += 8)
    expect(new Set(PRODUCTS.slice(first, first + 8).map(({ category }) => category)).size).toBe(8)
  expect(PRODUCTS.at(-1)?.title).toBe('Teapot, raspberry glaze')
})

test('every picture is there', async () => {
  for (const product of PRODUCTS)
    for (const view of VIEWS.keys()) expect(await pictureFile(product, view).exists()).toBe(true)
})
