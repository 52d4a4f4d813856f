import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { data, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { listProducts } from '../api/products.server.ts'
import { CatalogueIntro } from '../components/catalogue-intro.tsx'
import { FacetPanel } from '../components/facet-panel.tsx'
import { LoadMore } from '../components/load-more.tsx'
import { ProductCard } from '../components/product-card.tsx'
import { ResultBar } from '../components/result-bar.tsx'
import { toCard } from '../lib/cards.ts'
import { addressOf, choiceOf, isFiltered, queryOf, type Choice } from '../lib/catalogue.ts'
import { seo } from '../lib/seo.ts'
import { useMoreProducts } from '../lib/use-more-products.ts'
import { categoryName } from '../lib/words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const choice = choiceOf(searchParams)
  const cursor = searchParams.get('cursor')
  const {
    items,
    nextCursor,
    facets,
    total = 0,
  } = await listProducts(context.api, queryOf(choice, cursor))
  return data({
    choice,
    items: items.map(toCard),
    nextCursor,
    facets,
    total,
    isFirstPage: cursor === null,
    origin: context.origin,
  })
}

export { unlessCartChanged as shouldRevalidate } from '../lib/revalidation.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (page === undefined) return []
  const { choice, origin } = page
  return seo({
    title: titleOf(choice),
    description:
      'Hand-picked things from small sellers, in one cart. Your card is charged only when every item is set aside for you.',
    url: origin + addressOf(choice),
    isHidden: choice.q !== '',
  })
}

function titleOf({ q, category }: Choice): string {
  if (q !== '') return `“${q}”`
  return category === null ? 'Good things from small sellers' : categoryName(category)
}

export default function Catalogue() {
  const page = useLoaderData<typeof loader>()
  const { choice, facets, total } = page
  const more = useMoreProducts(page)
  const isHome = !isFiltered(choice) && page.isFirstPage
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6">
      {isHome && <CatalogueIntro facets={facets} total={total} pictures={page.items} />}
      <div className="split rail">
        <FacetPanel choice={choice} facets={facets} />
        <section className="stack g5" aria-labelledby="results">
          <ResultBar choice={choice} total={total} facets={facets} isPageTitle={!isHome} />
          {more.items.length === 0 ? (
            <NothingFound />
          ) : (
            <ul className="grid" ref={more.list}>
              {more.items.map((product, position) => (
                <ProductCard key={product.id} product={product} position={position} />
              ))}
            </ul>
          )}
          <LoadMore more={more} total={total} choice={choice} />
        </section>
      </div>
    </main>
  )
}

function NothingFound() {
  return (
    <div className="empty">
      <h3>Nothing matches</h3>
      <p className="muted">
        Try fewer words or fewer filters. Every word is looked for in the names of products.
      </p>
      <a className="btn quiet" href="/">
        See all products
      </a>
    </div>
  )
}
