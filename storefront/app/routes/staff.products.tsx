import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ALL_PRODUCTS_STATUSES, MAX_SEARCH, type AllProductsStatus } from '@shop/shared/contracts'
import { listAllProducts } from '../api/moderation.server.ts'
import { requireStaff } from '../api/session.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { count, pageTitle } from '../lib/words.ts'
import { decide } from '../staff/decide.server.ts'
import { Done } from '../staff/done.tsx'
import { ProductRow } from '../staff/product-row.tsx'
import { PRODUCT_TABS } from '../staff/product-words.ts'
import { Pages } from '../ui/pages.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useEntryHeading } from '../ui/use-entry-heading.ts'

const PATH = '/staff/products'

export const meta = () => [{ title: pageTitle('Products') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireStaff(context.api)
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim().slice(0, MAX_SEARCH)
  const wanted = searchParams.get('status')
  const status: AllProductsStatus | '' =
    ALL_PRODUCTS_STATUSES.find((known) => known === wanted) ?? ''
  const cursor = searchParams.get('cursor') || null
  return data({ q, status, ...(await listAllProducts(context.api, { q, status }, cursor)) })
}

export const action = formAction(decide)

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Products() {
  const { q, status, items, nextCursor, isFirst } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const heading = useEntryHeading()
  const at = (wanted: AllProductsStatus | '') => {
    const params = new URLSearchParams({ ...(q && { q }), ...(wanted && { status: wanted }) })
    return params.size === 0 ? PATH : `${PATH}?${params}`
  }
  const states = (Object.keys(PRODUCT_TABS) as AllProductsStatus[]).map(
    (each) => [at(each), PRODUCT_TABS[each]] as const,
  )
  return (
    <>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          Products
        </h1>
        <p className="muted">Everything that sellers have put up, the newest first.</p>
      </div>
      <Done />
      <SearchForm
        action={PATH}
        name="Products"
        label="Title, product or seller id"
        q={q}
        kept={{ status }}
      />
      <Tabs label="Products by state" tabs={[[at(''), 'All'], ...states]} current={at(status)} />
      <p className="sr" role="status">
        {count(items.length, 'product')} shown
      </p>
      {items.length === 0 ? (
        <p className="muted">{q === '' ? 'No products here.' : `No product matches “${q}”.`}</p>
      ) : (
        <ul className="card staff-products">
          {items.map((found) => (
            <ProductRow
              key={found.product.id}
              found={found}
              fault={fault?.values['id'] === found.product.id ? fault : undefined}
            />
          ))}
        </ul>
      )}
      <Pages what="products" filters={{ q, status }} nextCursor={nextCursor} isFirst={isFirst} />
    </>
  )
}
