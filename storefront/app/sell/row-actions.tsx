import { Link } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { ArchiveLink } from './archive.tsx'
import { PublishButton, RestoreButton } from './restore.tsx'

interface RowActionsProps {
  product: Pick<ProductResponse, 'id' | 'title' | 'off'>
}

export function RowActions({ product }: RowActionsProps) {
  const { id, title, off = [] } = product
  const productName = <span className="sr"> {title}</span>
  const isArchived = off.includes('archived')
  return (
    <div className="row-actions">
      <Link className="btn text small" to={`/sell/products/${id}`}>
        Edit{productName}
      </Link>
      {off.includes('draft') && !isArchived ? (
        <PublishButton id={id} className="text small">
          Publish{productName}
        </PublishButton>
      ) : (
        <Link className="btn text small" to={`/sell/products/${id}/stock`}>
          Stock<span className="sr"> of {title}</span>
        </Link>
      )}
      <Link className="btn text small" to={`/sell/products/new?copy=${id}`}>
        Copy{productName}
      </Link>
      {isArchived ? (
        <RestoreButton id={id} className="text small">
          Restore{productName}
        </RestoreButton>
      ) : (
        <ArchiveLink product={product} className="btn text small">
          Archive{productName}
        </ArchiveLink>
      )}
    </div>
  )
}
