import { expect, test } from 'bun:test'
import { createRemixStub } from '@remix-run/testing'
import { EXAMPLE_IDS, orderNumber, type ProductResponse } from '@shop/shared/contracts'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { BulkBar } from './bulk-bar.tsx'
import { BulkNotice } from './bulk-result.tsx'
import { HiddenNotice } from './hidden-notice.tsx'
import { CheckResult } from './import/check-result.tsx'
import { ImportProgress } from './import/progress.tsx'
import { Ledger } from './ledger.tsx'
import { ProductTable } from './product-table.tsx'
import { useSelection } from './use-selection.ts'

function show(children: ReactNode) {
  const Stub = createRemixStub([{ path: '/', Component: () => children }])
  render(<Stub />)
}

const row = (id: string, title: string, off: ProductResponse['off'] = []) => ({
  id,
  title,
  price: 1,
  quantity: 2,
  available: 1,
  imageUrl: null,
  version: 4,
  archived: off.length > 0,
  off,
})

const filters = { q: '', show: '' } as const

function List() {
  const products = [row('1', 'Mug'), row('2', 'Cup', ['draft']), row('3', 'Old', ['archived'])]
  const { selected, toggle, clear } = useSelection([])
  return (
    <>
      <ProductTable products={products} selected={selected} toggle={toggle} />
      <BulkBar filters={filters} selected={selected.size} fault={null} clear={clear} />
    </>
  )
}

test('products are selected one by one, and each offers what can be done with it', async () => {
  show(<List />)
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Mug' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Cup' }))
  expect(screen.getByRole('status').textContent).toBe('2 selected')
  await userEvent.selectOptions(screen.getByLabelText('What to change'), 'set-price')
  expect(screen.getByLabelText('New price')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Clear' }))
  expect(screen.getByRole('button', { name: 'Apply to selected' })).toBeDefined()
  for (const name of ['Publish Cup', 'Restore Old'])
    expect(screen.getByRole('button', { name })).toBeDefined()
  expect(screen.getByRole('link', { name: 'Copy Mug' })).toBeDefined()
})

test('what became of each product is said, with why it failed', async () => {
  const error = { code: 'version-conflict', message: 'The product has changed.' }
  show(
    <BulkNotice
      results={[
        { id: '1', status: 'changed', version: 2 },
        { id: '2', status: 'unchanged', version: 2 },
        { id: '3', status: 'failed', error },
      ]}
      titleOf={() => 'Mug'}
    />,
  )
  const notice = await screen.findByRole('status')
  expect(notice.textContent).toContain('1 product changed, 1 already so, 1 not.')
  expect(notice.textContent).toContain('Mug: The product has changed.')
})

test('a hidden product shows why, and takes one appeal', async () => {
  const at = '2026-12-01T10:00:00.000Z'
  const hidden = (appeal?: { note: string; at: string }) =>
    ({
      id: '1',
      hiding: { reason: 'Counterfeit', at, ...(appeal && { appeal }) },
    }) as ProductResponse
  show(<HiddenNotice product={hidden()} fault={undefined} />)
  expect((await screen.findByText('Counterfeit')).tagName).toBe('BLOCKQUOTE')
  expect(screen.getByRole('button', { name: 'Send appeal' })).toBeDefined()
  show(<HiddenNotice product={hidden({ note: 'No', at })} fault={undefined} />)
  expect((await screen.findByText(/You appealed on/)).textContent).toContain('email you')
})

test('an import is checked, then followed', async () => {
  const problem = { line: 3, column: 'price' as const, value: 'x', message: 'Must be a number' }
  const file = { csv: 'title', key: 'k' }
  const good = { rows: 2, created: 1, updated: 1, badRows: 0, problems: [], problemCount: 0 }
  const bad = { ...good, badRows: 1, problems: [problem], problemCount: 1_202 }
  show(<CheckResult check={bad} file={file} />)
  expect((await screen.findByRole('alert')).textContent).toContain('1 of 2 rows have a problem')
  expect(screen.getByText(/1,201 more are in the download/)).toBeDefined()
  expect(screen.getByRole('button', { name: 'Download this list' })).toBeDefined()
  show(<CheckResult check={good} file={file} />)
  expect(await screen.findByRole('button', { name: 'Import 2 rows' })).toBeDefined()
  expect(screen.getByText('This will add 1 product and change 1 product.')).toBeDefined()
  const found = { id: '1', rows: 2, done: 1, created: 1, updated: 1, createdAt: '' }
  show(<ImportProgress found={{ ...found, status: 'running', failed: [] }} />)
  expect((await screen.findByRole('progressbar')).getAttribute('value')).toBe('1')
  show(<ImportProgress found={{ ...found, status: 'done', failed: [problem] }} />)
  expect(await screen.findByText('1 of 2 rows imported.')).toBeDefined()
  expect(screen.getByText(/“x”/).textContent).toBe('“x”: Must be a number')
})

test('the ledger links a sale to its order', async () => {
  const orderId = EXAMPLE_IDS.order
  const at = '2026-12-01T10:00:00.000Z'
  show(
    <Ledger
      moves={[
        { id: '2', at, reason: 'sale', orderId, delta: -1, after: 4 },
        { id: '1', at, reason: 'opening', delta: 5, after: 5 },
      ]}
    />,
  )
  const sale = await screen.findByRole('link', {
    name: new RegExp(`^Sold.*order ${orderNumber(orderId)}$`),
  })
  expect(sale.getAttribute('href')).toBe(`/sell/orders/${orderId}`)
  expect(screen.getAllByRole('row').map(({ textContent }) => textContent)[2]).toContain('+5')
})
