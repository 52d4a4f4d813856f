import { Link, useLoaderData } from '@remix-run/react'
import { data, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'
import { Icon } from '../components/icon.tsx'
import { SellDone } from '../components/sell-done.tsx'
import { SellFilter } from '../components/sell-filter.tsx'
import { SellProductTable, type SellRow } from '../components/sell-product-table.tsx'
import { SellRestore } from '../components/sell-restore.tsx'
import { editProduct } from '../lib/edit-product.server.ts'
import { formAction } from '../lib/form-action.server.ts'
import { ownProduct } from '../lib/own-product.server.ts'
import { sellAddressOf, sellChoiceOf, sellQueryOf, type SellChoice } from '../lib/sell-list.ts'
import { requireUser } from '../lib/session.server.ts'
import { pageTitle } from '../lib/words.ts'

export const meta = () => [{ title: pageTitle('Your products') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const user = await requireUser(api, request)
  const { searchParams } = new URL(request.url)
  const choice = sellChoiceOf(searchParams)
  const cursor = searchParams.get('cursor')
  const [{ items, nextCursor }, done] = await Promise.all([
    listProducts(api, sellQueryOf(choice, user.id, cursor)),
    doneOf(api, request, searchParams),
  ])
  const isFirst = cursor === null
  return data({ choice, items: items.map(toRow), nextCursor, isFirst, done })
}

/** Archives or restores a product of the list, without leaving it if that fails. */
export const action = formAction(async ({ api, form, request }) => {
  const id = form.get('id')
  const product = await ownProduct(api, request, typeof id === 'string' ? id : '')
  return editProduct(api, form, request, product)
})

export { clientAction, shouldRevalidate } from '../lib/client-action.ts'

/** What was just archived or brought back. */
async function doneOf(api: Api, request: Request, params: URLSearchParams) {
  const id = params.get('archived') ?? params.get('restored')
  if (id === null) return null
  const product = await ownProduct(api, request, id).catch(() => null)
  return product === null ? null : { id, title: product.title, archived: product.archived }
}

const toRow = ({ id, title, price, quantity, available, archived, imageUrl }: SellRow) => ({
  id,
  title,
  price,
  quantity,
  available,
  archived,
  imageUrl,
})

export default function Products() {
  const { choice, items, nextCursor, isFirst, done } = useLoaderData<typeof loader>()
  const isAll = choice.q === '' && choice.show === ''
  return (
    <>
      <div className="row between">
        <h1>Your products</h1>
        <Link className="btn" to="/sell/products/new">
          <Icon name="plus" />
          Add product
        </Link>
      </div>
      {done !== null && <Done {...done} />}
      <SellFilter choice={choice} />
      <section className="card" aria-label="Products">
        {items.length === 0 ? (
          <Empty isAll={isAll && isFirst} />
        ) : (
          <SellProductTable products={items} />
        )}
      </section>
      <Pages choice={choice} nextCursor={nextCursor} isFirst={isFirst} />
    </>
  )
}

function Done({ id, title, archived }: { id: string; title: string; archived: boolean }) {
  if (!archived)
    return (
      <SellDone>
        <p>“{title}” is in the shop again.</p>
      </SellDone>
    )
  return (
    <SellDone>
      <div className="row">
        <p>“{title}” is archived.</p>
        <SellRestore id={id} className="text small">
          Undo<span className="sr">, restore {title}</span>
        </SellRestore>
      </div>
    </SellDone>
  )
}

function Empty({ isAll }: { isAll: boolean }) {
  return (
    <div className="empty">
      <h2>{isAll ? 'Nothing in the shop' : 'Nothing matches'}</h2>
      <p className="muted">
        {isAll
          ? 'What you add is listed here, and shoppers find it at once.'
          : 'Every word is looked for in the names of your products.'}
      </p>
      {isAll ? (
        <Link className="btn" to="/sell/products/new">
          Add a product
        </Link>
      ) : (
        <Link className="btn quiet" to="/sell/products">
          See all your products
        </Link>
      )}
    </div>
  )
}

interface PagesProps {
  choice: SellChoice
  nextCursor: string | null
  isFirst: boolean
}

function Pages({ choice, nextCursor, isFirst }: PagesProps) {
  if (nextCursor === null && isFirst) return null
  return (
    <nav className="row" aria-label="More products">
      {nextCursor !== null && (
        <Link className="btn quiet" to={sellAddressOf(choice, nextCursor)}>
          Show more
        </Link>
      )}
      {!isFirst && (
        <Link className="btn text" to={sellAddressOf(choice)}>
          Back to the first
        </Link>
      )}
    </nav>
  )
}
