import type { ProductResponse } from '@shop/shared/contracts'
import { Picture } from '../ui/picture.tsx'

export function Gallery({ product }: { product: ProductResponse }) {
  const { images, title } = product
  const shown = images.length === 0 ? [{ url: null, alt: '' }] : images
  return (
    <ul className="gallery" aria-label="Pictures" {...(images.length > 1 && { tabIndex: 0 })}>
      {shown.map(({ url, alt }, position) => (
        <li key={position}>
          <Picture
            url={url}
            alt={alt === '' ? title : alt}
            view={position === 0 ? 'detail' : 'half'}
            isEarly={position < 2}
            isFirst={position === 0}
          />
        </li>
      ))}
    </ul>
  )
}
