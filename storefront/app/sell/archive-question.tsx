import { useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { SellBackField, useShelfAction } from './back-field.tsx'

interface SellArchiveQuestionProps {
  product: { id: string; title: string }
  titleId: string
  /** The way back. */
  children: ReactNode
}

/** What archiving means, and the two ways on. */
export function SellArchiveQuestion({ product, titleId, children }: SellArchiveQuestionProps) {
  const { id, title } = product
  const { Form, data, state } = useFetcher<FormFault>()
  return (
    <Form method="post" action={useShelfAction(id)} className="stack g4">
      <h2 id={titleId} className="small-title">
        Archive “{title}”?
      </h2>
      <p>
        Shoppers do not find it any more, and it cannot be ordered. Orders that were placed stay as
        they are. You can bring it back at any time.
      </p>
      <SellBackField id={id} />
      <input type="hidden" name="intent" value="archive" />
      <FaultNotice fault={data} />
      <div className="row">
        {children}
        <Submit className="danger" isPending={state !== 'idle'} pendingText="Archiving…">
          Archive product
        </Submit>
      </div>
    </Form>
  )
}
