import { Link, useSearchParams } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import { DoneNotice } from './done-notice.tsx'
import { RestoredNotice } from './restored-notice.tsx'

/** Says what was just done with a product. */
export function EditDone({ product }: { product: ProductResponse }) {
  const [params] = useSearchParams()
  const { id, title, off = [] } = product
  if (params.has('appealed'))
    return (
      <DoneNotice>
        <p>We have your appeal. We’ll email you if “{title}” is shown again.</p>
      </DoneNotice>
    )
  if (params.has('created') || params.has('published'))
    return (
      <DoneNotice>
        <p>
          “{title}” is{' '}
          {off.includes('draft') ? 'saved as a draft. Only you can see it.' : 'now in the shop.'}{' '}
          <Link to={`/products/${id}`}>View it as shoppers see it</Link>
        </p>
      </DoneNotice>
    )
  if (!params.has('restored')) return null
  return <RestoredNotice title={title} off={off} />
}
