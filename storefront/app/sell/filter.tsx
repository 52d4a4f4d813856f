import type { ProductCounts } from '@shop/shared/contracts'
import { SearchForm } from '../ui/search-form.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { LIST_STATES, listUrl, type ListFilters } from './list.ts'

interface ProductFilterProps {
  filters: ListFilters
  counts: ProductCounts | undefined
}

export function ProductFilter({ filters, counts }: ProductFilterProps) {
  const { q, show } = filters
  const tabs = LIST_STATES.map(
    ([value, name]) => [listUrl({ q, show: value }), name, countOf(value, counts)] as const,
  )
  return (
    <div className="stack g3">
      <SearchForm
        action="/sell/products"
        name="Your products"
        label="Search your products"
        q={q}
        kept={{ show }}
      />
      <Tabs label="Products by state" tabs={tabs} current={listUrl(filters)} />
    </div>
  )
}

function countOf(show: ListFilters['show'], counts: ProductCounts | undefined) {
  return show === 'low' ? undefined : counts?.[show === '' ? 'all' : show]
}
