import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { fetchProducts } from './fetch-products.ts'
import { catalogueQuery, type Filters } from './filters.ts'
import { joined, type PagesByCursor, type ProductPage } from './join-pages.ts'

/** How many pages are wanted after the first, and those that are loaded. */
interface Below {
  wanted: number
  pages: PagesByCursor
}

const NOTHING: Below = { wanted: 0, pages: new Map() }

/** By history entry, so that Back restores the same list. */
const visited = new Map<string, Below>()

const belowOf = (key: string): Below => visited.get(key) ?? NOTHING

export function useMoreProducts(first: ProductPage, filters: Filters) {
  const { key } = useLocation()
  const below = belowOf(key)
  const { items, nextCursor, pages } = joined(first, below.pages)
  const cursor = pages < below.wanted ? nextCursor : null
  const query = cursor === null ? '' : String(catalogueQuery(filters, cursor))
  const { hasFailed, changed } = useLoading(key, cursor, query)
  const { list, focusFrom } = useFocusOnNew(key, items.length)

  return {
    items,
    nextCursor,
    list,
    isLoading: cursor !== null && !hasFailed,
    hasFailed,
    load(this: void): void {
      focusFrom(items.length)
      visited.set(key, { ...below, wanted: pages + 1 })
      changed()
    },
  }
}

export type MoreProducts = ReturnType<typeof useMoreProducts>

/** Loads the page after a cursor; aborted when the list changes. */
function useLoading(key: string, cursor: string | null, query: string) {
  const [{ failed, attempt }, setState] = useState({ failed: '', attempt: 0 })
  const wanted = `${key} ${query}`

  useEffect(() => {
    if (cursor === null) return undefined
    const aborter = new AbortController()
    fetchProducts(query, aborter.signal).then(
      (page) => {
        const { pages, ...rest } = belowOf(key)
        visited.set(key, { ...rest, pages: new Map([...pages, [cursor, page]]) })
        setState(({ attempt: last }) => ({ failed: '', attempt: last }))
      },
      () => {
        if (!aborter.signal.aborted)
          setState(({ attempt: last }) => ({ failed: wanted, attempt: last }))
      },
    )
    return () => aborter.abort()
  }, [key, cursor, query, wanted, attempt])

  return {
    hasFailed: cursor !== null && failed === wanted,
    changed: () => setState((last) => ({ failed: '', attempt: last.attempt + 1 })),
  }
}

function useFocusOnNew(key: string, shown: number) {
  const list = useRef<HTMLUListElement>(null)
  const pending = useRef<{ key: string; position: number } | null>(null)

  useEffect(() => {
    if (
      pending.current === null ||
      (pending.current.key === key && shown <= pending.current.position)
    )
      return
    const { key: wantedKey, position } = pending.current
    pending.current = null
    if (wantedKey === key)
      list.current?.querySelectorAll<HTMLAnchorElement>('h3 a')[position]?.focus()
  }, [key, shown])

  return {
    list,
    focusFrom(this: void, position: number): void {
      pending.current = { key, position }
    },
  }
}
