import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import { render, screen } from '@testing-library/react'
import { EmptyList } from './list-empty.tsx'
import type { ListFilters } from './list.ts'

async function show(filters: ListFilters) {
  const Component = () => <EmptyList filters={filters} isFirst />
  const Stub = createRemixStub([{ path: '/', Component }])
  const { container } = render(<Stub />)
  await screen.findByRole('heading')
  return container.textContent
}

test('an empty tab says what there is none of, without advice about a search', async () => {
  expect(await show({ q: '', show: 'draft' })).toBe('No draftsSee all your products')
})

test('a search without results says how to search', async () => {
  const text = await show({ q: 'tea', show: 'draft' })
  expect(text).toContain('No products match')
  expect(text).toContain('Every word must be in the product’s name.')
})

test('a new shop is shown how to begin', async () => {
  expect(await show({ q: '', show: '' })).toContain('Add a product')
})
