import type { ProductFacets } from '@shop/shared/contracts'
import { count } from '../lib/words.ts'
import { Picture } from '../ui/picture.tsx'
import { totalOf } from './labels.ts'
import type { CardProduct } from './product-card.tsx'

interface CatalogueIntroProps {
  facets: ProductFacets | undefined
  total: number
  pictures: CardProduct[]
}

const SHOWN = 3

export function CatalogueIntro({ facets, total, pictures }: CatalogueIntroProps) {
  const shown = pictures.filter(({ imageUrl }) => imageUrl !== null).slice(-SHOWN)
  return (
    <section className="intro" aria-labelledby="welcome">
      <div className="stack g3">
        <h1 id="welcome">Good things from small sellers</h1>
        <p>
          {totalOf(total, 'product')}, {count(facets?.sellerCount ?? 0, 'seller')}, one cart. Your
          card is charged only when every item is reserved for you.
        </p>
      </div>
      <div className="intro-art" aria-hidden="true">
        {shown.map(({ id, imageUrl }) => (
          <Picture key={id} url={imageUrl} alt="" view="half" />
        ))}
      </div>
    </section>
  )
}
