import { useFetcher, useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { CardProduct } from '../components/product-card.tsx'

interface Page {
  items: CardProduct[]
  nextCursor: string | null
}

/** What was loaded below each visited page, so that going back leads to the same place. */
const loaded = new Map<string, Page>()

/** The products shown so far: those of the page, and what was loaded below them since. */
export function useMoreProducts(page: Page) {
  const { state, data, load } = useFetcher<Page>()
  const { key, pathname, search } = useLocation()
  const list = useRef<HTMLUListElement>(null)
  const [added, setAdded] = useState(() => loaded.get(key) ?? null)
  const firstNew = useRef<number | null>(null)

  useEffect(() => setAdded(loaded.get(key) ?? null), [key])

  useEffect(() => {
    if (state !== 'idle' || data === undefined || firstNew.current === null) return
    const before = loaded.get(key)?.items ?? []
    const now = { items: [...before, ...data.items], nextCursor: data.nextCursor }
    loaded.set(key, now)
    setAdded(now)
  }, [state, data, key])

  const items = [...page.items, ...(added?.items ?? [])]
  const { nextCursor } = added ?? page

  useEffect(() => {
    if (added === null || firstNew.current === null) return
    list.current?.querySelectorAll<HTMLAnchorElement>('h3 a')[firstNew.current]?.focus()
    firstNew.current = null
  }, [added])

  return {
    items,
    nextCursor,
    list,
    isLoading: state !== 'idle',
    load(this: void): void {
      if (nextCursor === null) return
      firstNew.current = items.length
      const params = new URLSearchParams(search)
      params.set('cursor', nextCursor)
      load(`${pathname}?index&${params}`)
    },
  }
}

export type MoreProducts = ReturnType<typeof useMoreProducts>
