import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useRef } from 'react'
import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'
import { requireUser } from '../api/session.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { pageTitle } from '../lib/words.ts'
import { BulkBar } from '../sell/bulk-bar.tsx'
import { BulkNotice } from '../sell/bulk-result.tsx'
import { changeMany } from '../sell/change-many.server.ts'
import { editProduct } from '../sell/edit-product.server.ts'
import { ProductFilter } from '../sell/filter.tsx'
import { ListDone } from '../sell/list-done.tsx'
import { EmptyList } from '../sell/list-empty.tsx'
import { ListHead } from '../sell/list-head.tsx'
import { parseListFilters, listQuery, listSummary } from '../sell/list.ts'
import { lowStockOf } from '../sell/low-stock.server.ts'
import { ownProduct } from '../sell/own-product.server.ts'
import { ProductTable, type ProductRow } from '../sell/product-table.tsx'
import { useSelection } from '../sell/use-selection.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Pages } from '../ui/pages.tsx'
import { useFocusAfterChange } from '../ui/use-focus-after-change.ts'

export const meta = () => [{ title: pageTitle('Your products') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const user = await requireUser(api, request)
  const { searchParams } = new URL(request.url)
  const filters = parseListFilters(searchParams)
  const cursor = searchParams.get('cursor') || null
  const lowStock = filters.show === 'low' ? await lowStockOf(api) : 0
  const own = { seller: user.id, lowStock }
  const [{ items, nextCursor, isFirst, counts }, done] = await Promise.all([
    listProducts(api, listQuery(filters, own, cursor)),
    doneOf(api, request, searchParams),
  ])
  return data({ filters, items: items.map(toRow), nextCursor, isFirst, counts, done })
}

export const action = formAction(async ({ api, form, request }) => {
  if (form.get('intent') === 'bulk') {
    await requireUser(api, request)
    return changeMany(api, form)
  }
  const id = form.get('id')
  const product = await ownProduct(api, request, typeof id === 'string' ? id : '')
  return editProduct(api, form, request, product)
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

async function doneOf(api: Api, request: Request, params: URLSearchParams) {
  const id = params.get('archived') ?? params.get('restored') ?? params.get('published')
  if (id === null) return null
  const product = await ownProduct(api, request, id).catch(() => null)
  if (product === null) return null
  const { title, off = [] } = product
  return { id, title, off }
}

const toRow = (product: ProductRow) => {
  const { id, title, price, quantity, available, archived, off, imageUrl, version } = product
  const row = { id, title, price, quantity, available, archived, imageUrl, version }
  return off === undefined ? row : { ...row, off }
}

export default function Products() {
  const { filters, items, nextCursor, isFirst, counts, done } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const fault = sent !== undefined && 'values' in sent ? sent : null
  const results = sent !== undefined && 'results' in sent ? sent.results : []
  const failed = results.flatMap(({ id, status }) => (status === 'failed' ? [id] : []))
  const { selected, toggle, clear } = useSelection(failed, sent)
  const shown = items.filter(({ id }) => selected.has(id)).length
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  const list = useRef<HTMLElement>(null)
  useFocusAfterChange(useLocation().key, () => list.current)
  return (
    <>
      <ListHead counts={counts} />
      <FaultNotice fault={fault} />
      {results.length > 0 && (
        <BulkNotice results={results} titleOf={(id) => titles.get(id) ?? 'A product'} />
      )}
      {done !== null && <ListDone {...done} />}
      <ProductFilter filters={filters} counts={counts} />
      <p className="sr" role="status">
        {listSummary(filters, items, isFirst)}
      </p>
      <section className="card" aria-label="Products" ref={list} tabIndex={-1}>
        {items.length === 0 ? (
          <EmptyList filters={filters} isFirst={isFirst} />
        ) : (
          <ProductTable products={items} selected={selected} toggle={toggle} />
        )}
      </section>
      {items.length > 0 && (
        <BulkBar filters={filters} selected={shown} fault={fault} clear={clear} />
      )}
      <Pages what="products" filters={{ ...filters }} nextCursor={nextCursor} isFirst={isFirst} />
    </>
  )
}
