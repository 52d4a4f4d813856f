import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { currentUser } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import { getProduct, listProducts } from '../api/products.server.ts'
import { BuyBox } from '../catalogue/buy-box.tsx'
import { Gallery } from '../catalogue/gallery.tsx'
import { ProductCard } from '../catalogue/product-card.tsx'
import { ProductJsonLd } from '../catalogue/product-json-ld.tsx'
import { toCard } from '../catalogue/to-card.ts'
import { orNotFound } from '../forms/refusals.server.ts'
import { seo } from '../lib/seo.ts'
import { categoryName } from '../lib/words.ts'
import { Breadcrumbs } from '../ui/breadcrumbs.tsx'

const RELATED = 4

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { api, origin } = context
  const [product, user] = await Promise.all([
    getProduct(api, params['id'] ?? '').catch(orNotFound),
    currentUser(api),
  ])
  const related = await relatedTo(api, product)
  return data({ product, related, isOwn: user?.id === product.userId, origin })
}

async function relatedTo(api: Api, { id, category }: { id: string; category: string | null }) {
  const query = new URLSearchParams({
    limit: String(RELATED + 1),
    ...(category !== null && { category }),
  })
  const { items } = await listProducts(api, query)
  return items
    .filter((item) => item.id !== id)
    .slice(0, RELATED)
    .map(toCard)
}

export { unlessCartChanged as shouldRevalidate } from '../forms/revalidation.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (page === undefined) return []
  const { product, origin } = page
  return seo({
    title: product.title,
    description: product.description.slice(0, 160),
    url: `${origin}/products/${product.id}`,
    picture: product.imageUrl,
    type: 'product',
    isHidden: product.archived,
  })
}

export default function ProductPage() {
  const { product, related, isOwn, origin } = useLoaderData<typeof loader>()
  const { category, title } = product
  const categories =
    category === null ? [] : [{ name: categoryName(category), to: `/?category=${category}` }]
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6">
      <Breadcrumbs trail={[{ name: 'All products', to: '/' }, ...categories, { name: title }]} />
      <article className="split product-page" key={product.id}>
        <Gallery product={product} />
        <BuyBox product={product} isOwn={isOwn} />
      </article>
      {!isOwn && (
        <p>
          <Link className="muted small" to={`/products/${product.id}/report`} rel="nofollow">
            Report this product
          </Link>
        </p>
      )}
      {related.length > 0 && (
        <section className="stack g5" aria-labelledby="related">
          <h2 id="related">
            {category === null ? 'More products' : `More in ${categoryName(category)}`}
          </h2>
          <ul className="grid">
            {related.map((item, position) => (
              <ProductCard key={item.id} product={item} position={position} early={0} />
            ))}
          </ul>
          {category !== null && (
            <p>
              <Link to={`/?category=${category}`}>See all in {categoryName(category)}</Link>
            </p>
          )}
        </section>
      )}
      <ProductJsonLd product={product} origin={origin} />
    </main>
  )
}
