import { useFetcher, useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { CardProduct } from '../components/product-card.tsx'

interface Page {
  items: CardProduct[]
  nextCursor: string | null
}

/** The products shown so far: those of the page, and what was loaded below them since. */
export function useMoreProducts(page: Page) {
  const { state, data, load } = useFetcher<Page>()
  const { pathname, search } = useLocation()
  const list = useRef<HTMLUListElement>(null)
  const [added, setAdded] = useState<Page | null>(null)
  const firstNew = useRef<number | null>(null)

  // Another choice begins anew.
  useEffect(() => setAdded(null), [page])

  useEffect(() => {
    if (state !== 'idle' || data === undefined || firstNew.current === null) return
    setAdded((before) => ({
      items: [...(before?.items ?? []), ...data.items],
      nextCursor: data.nextCursor,
    }))
  }, [state, data])

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
