import type { MetaDescriptor } from '@remix-run/react'
import { pageTitle } from './words.ts'

interface Page {
  title: string
  description?: string
  url?: string
  picture?: string | null
  isHidden?: boolean
  type?: 'website' | 'product'
}

/** Title, description, canonical URL and Open Graph tags. */
export function seo({
  title,
  description,
  url,
  picture,
  isHidden = false,
  type = 'website',
}: Page) {
  const tags: (MetaDescriptor | null)[] = [
    { title: pageTitle(title) },
    isHidden ? { name: 'robots', content: 'noindex' } : null,
    ...(description === undefined
      ? []
      : [
          { name: 'description', content: description },
          { property: 'og:description', content: description },
        ]),
    ...(url === undefined
      ? []
      : [
          { tagName: 'link', rel: 'canonical', href: url },
          { property: 'og:url', content: url },
        ]),
    { property: 'og:title', content: title },
    { property: 'og:type', content: type },
    { property: 'og:site_name', content: 'Corner' },
    picture ? { property: 'og:image', content: picture } : null,
  ]
  return tags.filter((tag) => tag !== null)
}
