import { useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { BackField, useProductAction } from './back-field.tsx'

interface ArchiveQuestionProps {
  product: { id: string; title: string }
  titleId: string
  children: ReactNode
}

export function ArchiveQuestion({ product, titleId, children }: ArchiveQuestionProps) {
  const { id, title } = product
  const { Form, data, state } = useFetcher<FormFault>()
  return (
    <Form method="post" action={useProductAction(id)} className="stack g4">
      <h2 id={titleId} className="small-title">
        Archive “{title}”?
      </h2>
      <p>
        Shoppers won’t find it anymore, and it can’t be ordered. Existing orders aren’t affected.
        You can restore it at any time.
      </p>
      <BackField id={id} />
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
