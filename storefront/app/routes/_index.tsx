import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { FacetPanel } from '../catalogue/facet-panel.tsx'
import { addressOf, isFiltered, isForSearchEngines } from '../catalogue/filters.ts'
import { CatalogueIntro } from '../catalogue/intro.tsx'
import { headingOf } from '../catalogue/labels.ts'
import { LoadMore } from '../catalogue/load-more.tsx'
import { cataloguePage } from '../catalogue/load-page.server.ts'
import { NothingFound } from '../catalogue/nothing-found.tsx'
import { CatalogueNotices } from '../catalogue/notices.tsx'
import { ProductCard } from '../catalogue/product-card.tsx'
import { ResultBar } from '../catalogue/result-bar.tsx'
import { useMoreProducts } from '../catalogue/use-more-products.ts'
import { seo } from '../lib/seo.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = await cataloguePage(context.api, new URL(request.url).searchParams)
  return data({ ...page, origin: context.origin })
}

export { unlessCartChanged as shouldRevalidate } from '../forms/revalidation.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (page === undefined) return []
  const { choice, seller, cursor, total, origin } = page
  return seo({
    title: isFiltered(choice) ? headingOf(choice, seller) : 'Good things from small sellers',
    description:
      'Things from small sellers, in one cart. Your card is charged only when every item is set aside for you.',
    url: origin + addressOf(choice, cursor),
    isHidden: !isForSearchEngines(choice) || total === 0,
  })
}

export default function Catalogue() {
  const page = useLoaderData<typeof loader>()
  const { choice, range, ignored, facets, total, seller, cursor } = page
  const more = useMoreProducts(page, choice)
  const isHome = !isFiltered(choice) && cursor === null
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6">
      {isHome && <CatalogueIntro facets={facets} total={total} pictures={page.items} />}
      <div className="split rail">
        <FacetPanel choice={choice} range={range} facets={facets} seller={seller} />
        <section className="stack g5" aria-labelledby="results">
          <ResultBar choice={choice} total={total} seller={seller} isPageTitle={!isHome} />
          <CatalogueNotices range={range} ignored={ignored} />
          {more.items.length === 0 ? (
            <NothingFound choice={choice} />
          ) : (
            <ul className="grid" ref={more.list}>
              {more.items.map((product, position) => (
                <ProductCard key={product.id} product={product} position={position} />
              ))}
            </ul>
          )}
          <LoadMore more={more} total={total} choice={choice} isFirst={cursor === null} />
        </section>
      </div>
    </main>
  )
}
