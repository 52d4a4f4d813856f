import { expect, test } from 'bun:test'
import { createEditing, refusal } from './testing.ts'

test('sends the changed fields, and always title and price', async () => {
  const { formOf, save, writes } = createEditing()
  const outcome = await save(await formOf({ price: '43.5' }))
  expect(outcome).toMatchObject({ kind: 'saved', now: { price: 43.5 }, hasMerged: false })
  expect(writes).toEqual([['title', 'price']])
  await save(await formOf({ category: 'home' }))
  expect(writes.at(-1)).toEqual(['title', 'price', 'category'])
})

test('an unchanged edit is saved without a write', async () => {
  const { formOf, save, writes } = createEditing()
  expect(await save(await formOf({ description: 'Holds four cups.\r\n' }))).toMatchObject({
    kind: 'saved',
  })
  expect(writes).toEqual([])
})

test('the next edit can build on the saved version', async () => {
  const { formOf, save } = createEditing()
  await save(await formOf({ title: 'Pot' }))
  expect(await save(await formOf({ title: 'Jug' }))).toMatchObject({ kind: 'saved' })
})

test('invalid input is reported by field and reaches no service', async () => {
  const { formOf, save, serviceWith } = createEditing()
  const api = serviceWith(() => {
    throw new Error('must not be written')
  })
  const outcome = await save(await formOf({ price: '42.505', title: '' }), api)
  expect(outcome).toMatchObject({ kind: 'refused', fault: { values: { price: '42.505' } } })
  const fields = outcome.kind === 'refused' ? Object.keys(outcome.fault.fields) : []
  expect(fields).toEqual(['title', 'price'])
})

test('an outage keeps the form; unexpected errors are thrown', async () => {
  const { formOf, save, serviceWith } = createEditing()
  const refusing = (error: Error) =>
    serviceWith(() => {
      throw error
    })
  const later = await save(await formOf({ title: 'Pot' }), refusing(refusal(503, 'unavailable')))
  expect(later).toMatchObject({ kind: 'refused', fault: { values: { title: 'Pot' } } })
  const field = await save(
    await formOf({ title: 'Pot' }),
    refusing(refusal(400, 'validation', 'title')),
  )
  expect(field).toMatchObject({ kind: 'refused', fault: { fields: { title: 'No' } } })
  const broken = save(await formOf({ title: 'Pot' }), refusing(new TypeError('defect')))
  expect(await broken.catch((error: unknown) => error)).toBeInstanceOf(TypeError)
})
