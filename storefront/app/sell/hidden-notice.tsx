import { Form, useNavigation } from '@remix-run/react'
import { MAX_MESSAGE, type ProductResponse } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { TextareaField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { Time } from '../ui/time.tsx'

interface HiddenNoticeProps {
  product: ProductResponse
  fault: FormFault | undefined
}

/** Why staff have hidden a product, with the seller's one appeal. */
export function HiddenNotice({ product: { id, hiding }, fault }: HiddenNoticeProps) {
  if (hiding === undefined) return null
  const { reason, at, appeal } = hiding
  return (
    <section className="card stack g4" aria-labelledby="hidden">
      <Notice kind="danger">
        <h2 id="hidden" className="small-title">
          We have hidden this product
        </h2>
        <p>
          Since <Time at={at} show="day" /> shoppers can’t find it. Paid orders aren’t affected.
        </p>
      </Notice>
      <blockquote className="said">{reason}</blockquote>
      {appeal === undefined ? (
        <AppealFields id={id} fault={fault} />
      ) : (
        <p>
          You appealed on <Time at={appeal.at} show="day" />. We’ll email you if we show the product
          again.
        </p>
      )}
    </section>
  )
}

function AppealFields({ id, fault }: { id: string; fault: FormFault | undefined }) {
  const { state, formData } = useNavigation()
  return (
    <Form
      method="post"
      action={`/sell/products/${id}`}
      noValidate
      className="stack g3"
      aria-label="Appeal"
    >
      <TextareaField
        label="Is that a mistake? You can appeal once"
        name="note"
        rows={4}
        maxLength={MAX_MESSAGE}
        defaultValue={fault?.values['note'] ?? ''}
        error={fault?.fields['note'] ?? fault?.message}
      />
      <div>
        <Submit
          className="quiet"
          name="intent"
          value="appeal"
          isPending={state !== 'idle' && formData?.get('intent') === 'appeal'}
          pendingText="Sending…"
        >
          Send appeal
        </Submit>
      </div>
    </Form>
  )
}
