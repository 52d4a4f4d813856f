import { PICTURE_WIDTHS } from '@shop/shared/contracts'
import type { Facts, Product } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

/** The keys of all picture files that pages, carts or orders show, in every width. */
export function pictureKeys({ pictures, shown }: Product): string[] {
  return [...new Set([...pictures, ...shown])].flatMap((key) =>
    PICTURE_WIDTHS.map((width) => key.replace(/-\d+\.webp$/, `-${width}.webp`)),
  )
}

export function checkPictures({
  products,
  missingPictures,
}: Pick<Facts, 'products' | 'missingPictures'>): Finding[] {
  return [
    compareEach('every picture file exists', products.flatMap(pictureKeys), (key) =>
      missingPictures.has(key) ? key : null,
    ),
  ]
}
