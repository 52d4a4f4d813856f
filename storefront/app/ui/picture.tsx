import { Icon } from './icon.tsx'
import { pictureIn, srcSet } from './picture-urls.ts'

const SIZES = {
  card: '(min-width: 70rem) 14rem, (min-width: 60rem) 28vw, (min-width: 40rem) 30vw, 45vw',
  detail: '(min-width: 60rem) 44rem, 88vw',
  half: '(min-width: 60rem) 22rem, 88vw',
  line: '(min-width: 60rem) 8rem, 5.5rem',
  thumb: '4.5rem',
} as const

const SIDE = { card: 640, detail: 1200, half: 640, line: 320, thumb: 320 } as const

export interface PictureProps {
  url: string | null
  alt: string
  view: keyof typeof SIZES
  /** Loaded eagerly because it is in view at first; `isFirst` marks the largest one. */
  isEarly?: boolean
  isFirst?: boolean
}

/** A square picture, sized so that nothing moves while it loads. */
export function Picture({ url, alt, view, isEarly = false, isFirst = false }: PictureProps) {
  const side = SIDE[view]
  if (url === null) return <NoPicture alt={alt} isLarge={side > SIDE.thumb} />
  return (
    <img
      className="picture"
      src={pictureIn(url, side)}
      srcSet={srcSet(url)}
      sizes={SIZES[view]}
      alt={alt}
      width={side}
      height={side}
      loading={isEarly ? 'eager' : 'lazy'}
      decoding="async"
      {...(isFirst && { fetchpriority: 'high' })}
    />
  )
}

/** Takes the place of a missing picture; labeled where there is room. */
function NoPicture({ alt, isLarge }: { alt: string; isLarge: boolean }) {
  const role = alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt }
  return (
    <span className="picture none" {...role}>
      <Icon name="picture" />
      {isLarge && 'No picture'}
    </span>
  )
}
