import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import { render, screen } from '@testing-library/react'
import { Pages } from './pages.tsx'

function show(nextCursor: string | null, isFirst: boolean) {
  const filters = { q: 'tea & milk', status: '' }
  const Component = () => (
    <Pages what="orders" filters={filters} nextCursor={nextCursor} isFirst={isFirst} />
  )
  const Stub = createRemixStub([{ path: '/list', Component }])
  return render(<Stub initialEntries={['/list?q=tea+%26+milk&done=send&cursor=old']} />)
}

const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href')

test('the other pages of a list keep its filters, and not what was just done', async () => {
  show('a=b', false)
  await screen.findByRole('navigation', { name: 'More orders' })
  expect(hrefOf('Show more')).toBe('/list?q=tea+%26+milk&cursor=a%3Db')
  expect(hrefOf('Back to the start')).toBe('/list?q=tea+%26+milk')
})

test('a list of one page has no links', () => {
  expect(show(null, true).container.textContent).toBe('')
})
