import type { MetaDescriptor } from '@remix-run/react'
import { pageTitle } from './words.ts'

interface Page {
  title: string
  description?: string
  /** The address under which this page is to be known. */
  url?: string
  picture?: string | null
  /** Not for search engines. */
  isHidden?: boolean
  type?: 'website' | 'product'
}

/** Title, description, canonical address and what other sites show of a link to the page. */
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
