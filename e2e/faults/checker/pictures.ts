import { PICTURE_WIDTHS } from '@shop/shared/contracts'
import type { Facts, Product } from './facts.ts'
import { judge, type Finding } from './finding.ts'

/** The keys of all files that a product's page, carts or orders show, in every width. */
export function pictureKeys({ pictures, shown }: Product): string[] {
  return [...new Set([...pictures, ...shown])].flatMap((key) =>
    PICTURE_WIDTHS.map((width) => key.replace(/-\d+\.webp$/, `-${width}.webp`)),
  )
}

/** Every picture is in the bucket. */
export function pictureFindings({
  products,
  missingPictures,
}: Pick<Facts, 'products' | 'missingPictures'>): Finding[] {
  return [
    judge('pictures are in the bucket', products.flatMap(pictureKeys), (key) =>
      missingPictures.has(key) ? key : null,
    ),
  ]
}
