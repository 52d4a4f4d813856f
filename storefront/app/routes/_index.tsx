import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { FacetPanel } from '../catalogue/facet-panel.tsx'
import { catalogueUrl, isFiltered, isForSearchEngines } from '../catalogue/filters.ts'
import { CatalogueIntro } from '../catalogue/intro.tsx'
import { headingOf } from '../catalogue/labels.ts'
import { LoadMore } from '../catalogue/load-more.tsx'
import { loadCataloguePage } from '../catalogue/load-page.server.ts'
import { NothingFound } from '../catalogue/nothing-found.tsx'
import { CatalogueNotices } from '../catalogue/notices.tsx'
import { ProductCard } from '../catalogue/product-card.tsx'
import { ResultBar } from '../catalogue/result-bar.tsx'
import { useMoreProducts } from '../catalogue/use-more-products.ts'
import { seo } from '../lib/seo.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await loadCataloguePage(context.api, new URL(request.url).searchParams)
  return data({ ...page, origin: context.origin })
}

export { unlessCartChanged as shouldRevalidate } from '../forms/revalidation.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (page === undefined) return []
  const { filters, seller, cursor, total, origin } = page
  return seo({
    title: isFiltered(filters) ? headingOf(filters, seller) : 'Good things from small sellers',
    description:
      'Things from small sellers, in one cart. Your card is charged only when every item is reserved for you.',
    url: origin + catalogueUrl(filters, cursor),
    isHidden: !isForSearchEngines(filters) || total === 0,
  })
}

export default function Catalogue() {
  const page = useLoaderData<typeof loader>()
  const { filters, range, ignored, facets, total, seller, cursor } = page
  const more = useMoreProducts(page, filters)
  const isHome = !isFiltered(filters) && cursor === null
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6">
      {isHome && <CatalogueIntro facets={facets} total={total} pictures={page.items} />}
      <div className="split rail">
        <FacetPanel filters={filters} range={range} facets={facets} seller={seller} />
        <section className="stack g5" aria-labelledby="results">
          <ResultBar filters={filters} total={total} seller={seller} isPageTitle={!isHome} />
          <CatalogueNotices range={range} ignored={ignored} />
          {more.items.length === 0 ? (
            <NothingFound filters={filters} />
          ) : (
            <ul className="grid" ref={more.list}>
              {more.items.map((product, position) => (
                <ProductCard key={product.id} product={product} position={position} />
              ))}
            </ul>
          )}
          <LoadMore more={more} total={total} filters={filters} isFirst={cursor === null} />
        </section>
      </div>
    </main>
  )
}
