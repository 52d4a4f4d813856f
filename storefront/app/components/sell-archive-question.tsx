import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SellBackField } from './sell-back-field.tsx'
import { Submit } from './submit.tsx'

interface SellArchiveQuestionProps {
  product: { id: string; title: string }
  titleId: string
  /** The way back. */
  children: ReactNode
}

/** What archiving means, and the two ways on. */
export function SellArchiveQuestion({ product, titleId, children }: SellArchiveQuestionProps) {
  const { id, title } = product
  const { state, formData } = useNavigation()
  const isPending = state !== 'idle' && formData?.get('intent') === 'archive'
  return (
    <Form method="post" action={`/sell/products/${id}`} className="stack g4">
      <h2 id={titleId} className="small-title">
        Archive “{title}”?
      </h2>
      <p>
        Shoppers do not find it any more, and it cannot be ordered. Orders that were placed stay as
        they are. You can bring it back at any time.
      </p>
      <SellBackField />
      <input type="hidden" name="intent" value="archive" />
      <div className="row">
        {children}
        <Submit className="danger" isPending={isPending} pendingText="Archiving…">
          Archive product
        </Submit>
      </div>
    </Form>
  )
}
