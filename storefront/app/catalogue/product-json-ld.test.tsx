import { expect, test } from 'bun:test'
import { EXAMPLE_IDS, type ProductResponse } from '@shop/shared/contracts'
import { render } from '@testing-library/react'
import { ProductJsonLd } from './product-json-ld.tsx'

const CUP: ProductResponse = {
  id: EXAMPLE_IDS.product,
  title: '</script>Cup',
  description: '',
  category: 'kitchen',
  price: 12.5,
  quantity: 5,
  available: 5,
  imageUrl: null,
  images: [],
  userId: EXAMPLE_IDS.seller,
  archived: false,
  version: 0,
  createdAt: '2026-11-29T09:00:00.000Z',
  updatedAt: '2026-11-29T09:00:00.000Z',
}

test.each([
  [{}, 'InStock'],
  [{ available: 0 }, 'OutOfStock'],
  [{ archived: true }, 'Discontinued'],
])('search engines are told whether a product can be bought: %j', (fields, availability) => {
  const { container } = render(
    <ProductJsonLd product={{ ...CUP, ...fields }} origin="https://shop.example" />,
  )
  const script = container.querySelector('script')?.innerHTML ?? ''
  expect(script).not.toContain('<')
  const [item] = JSON.parse(script)
  expect(item).toMatchObject({
    name: '</script>Cup',
    offers: {
      url: `https://shop.example/products/${EXAMPLE_IDS.product}`,
      price: '12.50',
      priceCurrency: 'USD',
      availability: `https://schema.org/${availability}`,
    },
  })
})
