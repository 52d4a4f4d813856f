import { expect, test } from 'bun:test'
import { createEditing } from './testing.ts'

test('sales and pictures, which change the version too, cause no conflict', async () => {
  const { change, current, formOf, save, serviceWith } = createEditing()
  const form = await formOf({ title: 'Pot' })
  const read = current()
  change({ version: 9, quantity: 13 })
  let sales = 2
  const api = serviceWith(() => {
    if (sales === 0) return
    sales -= 1
    change({ version: current().version + 1, quantity: current().quantity - 1 })
  })
  expect(await save(form, api, read)).toMatchObject({ kind: 'saved', now: { title: 'Pot' } })
  expect(current()).toMatchObject({ title: 'Pot', quantity: 11 })
})

test('gives up on a product that keeps changing, and keeps what was typed', async () => {
  const { change, current, formOf, save, serviceWith } = createEditing()
  const api = serviceWith(() => {
    change({ version: current().version + 1 })
  })
  const outcome = await save(await formOf({ title: 'Pot' }), api)
  expect(outcome).toMatchObject({ kind: 'refused', fault: { values: { title: 'Pot' } } })
})

test('fields changed only by someone else stay', async () => {
  const { change, current, formOf, save, serviceWith } = createEditing()
  const form = await formOf({ title: 'Mine' })
  const read = current()
  change({ version: 4, price: 99, description: 'Theirs' })
  const outcome = await save(form, serviceWith(), read)
  expect(outcome).toMatchObject({
    kind: 'saved',
    hasMerged: true,
    now: { title: 'Mine', price: 99, description: 'Theirs' },
  })
  expect(current()).toMatchObject({ title: 'Mine', price: 99, description: 'Theirs' })
})

test('the same change by both is not a conflict', async () => {
  const { change, formOf, save } = createEditing()
  const form = await formOf({ title: 'Same' })
  change({ version: 4, title: 'Same' })
  expect(await save(form)).toMatchObject({ kind: 'saved' })
})

test('a conflict returns the current version and keeps what was typed', async () => {
  const { change, current, formOf, save } = createEditing()
  const form = await formOf({ title: 'Mine' })
  change({ version: 4, title: 'Theirs', price: 99 })
  const outcome = await save(form)
  expect(outcome).toMatchObject({
    kind: 'refused',
    fault: { values: { title: 'Mine', price: '99.00' } },
    now: { title: 'Theirs' },
  })
  expect(outcome.kind === 'refused' && outcome.fault.message).toStartWith('Someone else changed')
  expect(current().title).toBe('Theirs')
})

test('saving again after a conflict keeps what was typed and takes over the other changes', async () => {
  const { change, current, formOf, save } = createEditing()
  const form = await formOf({ title: 'Mine' })
  change({ version: 4, title: 'Theirs', price: 99 })
  const outcome = await save(form)
  if (outcome.kind !== 'refused' || outcome.now === undefined) throw new Error('no conflict')
  const again = new FormData()
  for (const [name, value] of Object.entries(outcome.fault.values)) again.set(name, value)
  again.set('seen', outcome.now.seen)
  expect(await save(again)).toMatchObject({ kind: 'saved' })
  expect(current()).toMatchObject({ title: 'Mine', price: 99 })
})
