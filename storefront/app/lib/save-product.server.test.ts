import { beforeEach, expect, test } from 'bun:test'
import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { editedOf, saveProduct } from './save-product.server.ts'

const at = '2026-11-23T09:42:00.000Z'
const ID = 'a'.repeat(24)

let product: ProductResponse
let writes: string[][]

beforeEach(() => {
  writes = []
  product = {
    id: ID,
    title: 'Teapot',
    description: 'Holds four cups.',
    category: 'kitchen',
    price: 42.5,
    quantity: 14,
    available: 13,
    imageUrl: null,
    images: [],
    userId: 'b'.repeat(24),
    archived: false,
    version: 3,
    createdAt: at,
    updatedAt: at,
  }
})

function refusal(status: number, code: string, field?: string): Error {
  const errors = [{ message: 'No', ...(field !== undefined && { field }) }]
  const problem = { type: `/problems/${code}`, detail: 'No', errors }
  return Object.assign(new Error('No'), { name: 'ApiRefusal', status, problem })
}

/** The products service as an edit meets it; `before` happens just before each of its writes. */
function serviceWith(before: () => void = () => {}): Api {
  const call = async (_: string, __: string, ___: unknown, options?: { json?: object }) => {
    if (options?.json === undefined) return product
    before()
    const { version, ...fields } = options.json as Partial<ProductResponse> & { version: number }
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['title', 'price']))
    const names = Object.keys(fields) as (keyof typeof fields)[]
    writes.push(names.filter((name) => fields[name] !== product[name]))
    if (version !== product.version) throw refusal(409, 'version-conflict')
    product = { ...product, ...fields, version: version + 1 }
    return product
  }
  return { call } as unknown as Api
}

async function formOf(changes: Record<string, string>): Promise<FormData> {
  const { title, description, category, seen } = await editedOf(product)
  const form = new FormData()
  const texts = { title, description, category: category ?? '', price: '42.50', seen, ...changes }
  for (const [name, value] of Object.entries(texts)) form.set(name, value)
  return form
}

const save = (form: FormData, api = serviceWith(), read = product) => saveProduct(api, read, form)

test('only what was changed is sent', async () => {
  const outcome = await save(await formOf({ price: '43.5' }))
  expect(outcome).toMatchObject({ kind: 'saved', now: { price: 43.5 }, hasMerged: false })
  expect(writes).toEqual([['price']])
})

test('an edit that changes nothing is saved without a write', async () => {
  expect(await save(await formOf({ description: 'Holds four cups.\r\n' }))).toMatchObject({
    kind: 'saved',
  })
  expect(writes).toEqual([])
})

test('the next edit can be made on what was saved', async () => {
  await save(await formOf({ title: 'Pot' }))
  expect(await save(await formOf({ title: 'Jug' }))).toMatchObject({ kind: 'saved' })
})

test('sales and pictures, which change the version too, stand against no edit', async () => {
  const form = await formOf({ title: 'Pot' })
  const read = product
  product = { ...product, version: 9, quantity: 13 }
  let sales = 2
  const api = serviceWith(() => {
    if (sales === 0) return
    sales -= 1
    product = { ...product, version: product.version + 1, quantity: product.quantity - 1 }
  })
  expect(await save(form, api, read)).toMatchObject({ kind: 'saved', now: { title: 'Pot' } })
  expect(product).toMatchObject({ title: 'Pot', quantity: 11 })
})

test('a product that changes all the time is given up, and what was typed is kept', async () => {
  const api = serviceWith(() => {
    product = { ...product, version: product.version + 1 }
  })
  const outcome = await save(await formOf({ title: 'Pot' }), api)
  expect(outcome).toMatchObject({ kind: 'refused', fault: { values: { title: 'Pot' } } })
})

test('what only somebody else has changed stays as it is', async () => {
  const form = await formOf({ title: 'Mine' })
  const read = product
  product = { ...product, version: 4, price: 99, description: 'Theirs' }
  const outcome = await save(form, serviceWith(), read)
  expect(outcome).toMatchObject({
    kind: 'saved',
    hasMerged: true,
    now: { title: 'Mine', price: 99, description: 'Theirs' },
  })
  expect(product).toMatchObject({ title: 'Mine', price: 99, description: 'Theirs' })
})

test('the same change by both is no conflict', async () => {
  const form = await formOf({ title: 'Same' })
  product = { ...product, version: 4, title: 'Same' }
  expect(await save(form)).toMatchObject({ kind: 'saved' })
})

test('what both have changed is told with what is there now, and what was typed is kept', async () => {
  const form = await formOf({ title: 'Mine' })
  product = { ...product, version: 4, title: 'Theirs', price: 99 }
  const outcome = await save(form)
  expect(outcome).toMatchObject({
    kind: 'refused',
    fault: { values: { title: 'Mine', price: '99.00' } },
    now: { title: 'Theirs' },
  })
  expect(outcome.kind === 'refused' && outcome.fault.message).toStartWith('Someone changed')
  expect(product.title).toBe('Theirs')
})

test('after the conflict was told, saving again takes what was typed, and the rest of theirs', async () => {
  const form = await formOf({ title: 'Mine' })
  product = { ...product, version: 4, title: 'Theirs', price: 99 }
  const outcome = await save(form)
  if (outcome.kind !== 'refused' || outcome.now === undefined) throw new Error('no conflict')
  const again = new FormData()
  for (const [name, value] of Object.entries(outcome.fault.values)) again.set(name, value)
  again.set('seen', outcome.now.seen)
  expect(await save(again)).toMatchObject({ kind: 'saved' })
  expect(product).toMatchObject({ title: 'Mine', price: 99 })
})

test('bad input is told by its field and reaches no service', async () => {
  const api = serviceWith(() => {
    throw new Error('must not be written')
  })
  const outcome = await save(await formOf({ price: '42.505', title: '' }), api)
  expect(outcome).toMatchObject({ kind: 'refused', fault: { values: { price: '42.505' } } })
  const fields = outcome.kind === 'refused' ? Object.keys(outcome.fault.fields) : []
  expect(fields).toEqual(['title', 'price'])
})

const changed = () => formOf({ title: 'Pot' })

test('an outage keeps the form; what is no refusal is thrown', async () => {
  const refusing = (error: Error) =>
    serviceWith(() => {
      throw error
    })
  const later = await save(await changed(), refusing(refusal(503, 'unavailable')))
  expect(later).toMatchObject({ kind: 'refused', fault: { values: { title: 'Pot' } } })
  const field = await save(await changed(), refusing(refusal(400, 'validation', 'title')))
  expect(field).toMatchObject({ kind: 'refused', fault: { fields: { title: 'No' } } })
  const broken = save(await changed(), refusing(new TypeError('defect')))
  expect(await broken.catch((error: unknown) => error)).toBeInstanceOf(TypeError)
})
