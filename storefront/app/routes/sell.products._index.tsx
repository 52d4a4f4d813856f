import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useRef } from 'react'
import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'
import { requireUser } from '../api/session.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { pageTitle } from '../lib/words.ts'
import { editProduct } from '../sell/edit-product.server.ts'
import { ProductFilter } from '../sell/filter.tsx'
import { ListDone } from '../sell/list-done.tsx'
import { EmptyList } from '../sell/list-empty.tsx'
import { ListPages } from '../sell/list-pages.tsx'
import { parseListFilters, listQuery, listSummary } from '../sell/list.ts'
import { ownProduct } from '../sell/own-product.server.ts'
import { ProductTable, type ProductRow } from '../sell/product-table.tsx'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { useFocusAfterChange } from '../ui/use-focus-after-change.ts'

export const meta = () => [{ title: pageTitle('Your products') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const user = await requireUser(api, request)
  const { searchParams } = new URL(request.url)
  const filters = parseListFilters(searchParams)
  const cursor = searchParams.get('cursor') || null
  const [{ items, nextCursor, isFirst }, done] = await Promise.all([
    listProducts(api, listQuery(filters, user.id, cursor)),
    doneOf(api, request, searchParams),
  ])
  return data({ filters, items: items.map(toRow), nextCursor, isFirst, done })
}

export const action = formAction(async ({ api, form, request }) => {
  const id = form.get('id')
  const product = await ownProduct(api, request, typeof id === 'string' ? id : '')
  return editProduct(api, form, request, product)
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

async function doneOf(api: Api, request: Request, params: URLSearchParams) {
  const id = params.get('archived') ?? params.get('restored')
  if (id === null) return null
  const product = await ownProduct(api, request, id).catch(() => null)
  return product === null ? null : { id, title: product.title, archived: product.archived }
}

const toRow = ({ id, title, price, quantity, available, archived, imageUrl }: ProductRow) => ({
  id,
  title,
  price,
  quantity,
  available,
  archived,
  imageUrl,
})

export default function Products() {
  const { filters, items, nextCursor, isFirst, done } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const fault = sent !== undefined && 'values' in sent ? sent : null
  const isAll = filters.q === '' && filters.show === ''
  const list = useRef<HTMLElement>(null)
  useFocusAfterChange(useLocation().key, () => list.current)
  return (
    <>
      <div className="row between">
        <h1>Your products</h1>
        <Link className="btn" to="/sell/products/new">
          <Icon name="plus" />
          Add product
        </Link>
      </div>
      <FaultNotice fault={fault} />
      {done !== null && <ListDone {...done} />}
      <ProductFilter filters={filters} />
      <p className="sr" role="status">
        {listSummary(filters, items, isFirst)}
      </p>
      <section className="card" aria-label="Products" ref={list} tabIndex={-1}>
        {items.length === 0 ? (
          <EmptyList isAll={isAll && isFirst} q={filters.q} />
        ) : (
          <ProductTable products={items} />
        )}
      </section>
      <ListPages filters={filters} nextCursor={nextCursor} isFirst={isFirst} />
    </>
  )
}
