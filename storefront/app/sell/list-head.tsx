import { Link } from '@remix-run/react'
import type { ProductCounts } from '@shop/shared/contracts'
import { count } from '../lib/words.ts'
import { Icon } from '../ui/icon.tsx'

export function ListHead({ counts }: { counts: ProductCounts | undefined }) {
  return (
    <div className="row between">
      <div>
        <h1>Your products</h1>
        {counts !== undefined && (
          <p className="muted">
            {count(counts.all, 'product')}
            {counts.draft > 0 && `, ${count(counts.draft, 'draft')}`}
          </p>
        )}
      </div>
      <div className="row">
        <Link className="btn quiet" to="/sell/products/import">
          Import
        </Link>
        <a className="btn quiet" href="/api/products/export.csv" download>
          Export
        </a>
        <Link className="btn" to="/sell/products/new">
          <Icon name="plus" />
          Add product
        </Link>
      </div>
    </div>
  )
}
