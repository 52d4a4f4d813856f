import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { getShop } from '../api/auth.server.ts'
import { LoadMore } from '../catalogue/load-more.tsx'
import { loadCataloguePage } from '../catalogue/load-page.server.ts'
import { ProductCard } from '../catalogue/product-card.tsx'
import { useMoreProducts } from '../catalogue/use-more-products.ts'
import { orNotFound } from '../forms/refusals.server.ts'
import { seo } from '../lib/seo.ts'
import { count } from '../lib/words.ts'
import { Time } from '../ui/time.tsx'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { api, origin } = context
  const shop = await getShop(api, params['id'] ?? '').catch(orNotFound)
  const { searchParams } = new URL(request.url)
  searchParams.set('seller', shop.id)
  return data({ shop, page: await loadCataloguePage(api, searchParams), origin })
}

export { unlessCartChanged as shouldRevalidate } from '../forms/revalidation.ts'

export const meta: MetaFunction<typeof loader> = ({ data: found }) => {
  if (found === undefined) return []
  const { shop, page, origin } = found
  return seo({
    title: shop.name,
    description: (shop.about ?? `Things from ${shop.name}.`).slice(0, 160),
    url: `${origin}/shops/${shop.id}`,
    isHidden: page.total === 0 || page.cursor !== null,
  })
}

export default function Shop() {
  const { shop, page } = useLoaderData<typeof loader>()
  const { filters, total, cursor } = page
  const more = useMoreProducts(page, filters)
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6">
      <div className="stack g3 narrow">
        <h1>{shop.name}</h1>
        <p className="muted">
          On Corner since <Time at={shop.since} show="day" />
        </p>
        {shop.about !== undefined && <p className="prose">{shop.about}</p>}
      </div>
      <section className="stack g5" aria-labelledby="products">
        <h2 id="products">{total === 0 ? 'Products' : count(total, 'product')}</h2>
        {more.items.length === 0 ? (
          <p className="muted">
            Nothing is for sale here at the moment. <Link to="/">See all products</Link>
          </p>
        ) : (
          <ul className="grid" ref={more.list}>
            {more.items.map((product, position) => (
              <ProductCard key={product.id} product={product} position={position} />
            ))}
          </ul>
        )}
        <LoadMore more={more} total={total} filters={filters} isFirst={cursor === null} />
      </section>
    </main>
  )
}
