import type { ProductResponse } from '@shop/shared/contracts'
import { useNonce } from '../lib/nonce.ts'
import { categoryName, sellerName } from '../lib/words.ts'

function availabilityOf({ archived, available }: ProductResponse): string {
  if (archived) return 'Discontinued'
  return available > 0 ? 'InStock' : 'OutOfStock'
}

/** Structured data of a product and its breadcrumbs. */
export function ProductJsonLd({ product, origin }: { product: ProductResponse; origin: string }) {
  const nonce = useNonce()
  const url = `${origin}/products/${product.id}`
  const { title, description, images, price, category } = product
  const item = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: title,
    description,
    url,
    image: images.map((picture) => picture.url),
    offers: {
      '@type': 'Offer',
      url,
      price: price.toFixed(2),
      priceCurrency: 'USD',
      availability: `https://schema.org/${availabilityOf(product)}`,
      seller: { '@type': 'Organization', name: sellerName(product.sellerName, product.userId) },
    },
  }
  const trail = [
    { name: 'All products', item: `${origin}/` },
    ...(category === null
      ? []
      : [{ name: categoryName(category), item: `${origin}/?category=${category}` }]),
    { name: title, item: url },
  ]
  const crumbs = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  }
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{
        __html: JSON.stringify([item, crumbs]).replaceAll('<', '\\u003c'),
      }}
    />
  )
}
