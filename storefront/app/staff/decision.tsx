import { Form } from '@remix-run/react'
import type { ProductResponse } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextareaField } from '../ui/field.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

interface DecisionProps {
  product: Pick<ProductResponse, 'id' | 'title' | 'off'>
  isReported: boolean
  fault: FormFault | undefined
}

/** The form by which staff hide a product, show it again, or dismiss its reports. */
export function Decision({ product, isReported, fault }: DecisionProps) {
  const { id, title, off = [] } = product
  const isPending = usePending(id)
  const isHidden = off.includes('hidden')
  const idOf = (name: string) => `${name}-${id}`
  return (
    <Form
      method="post"
      noValidate
      className="stack g3"
      // Two products may have one title, and two forms must not have one name.
      aria-label={`Decide on ${title}, product ${id.slice(-6)}`}
    >
      <ErrorSummary fault={fault} idOf={idOf} />
      <input type="hidden" name="intent" value={id} />
      <input type="hidden" name="id" value={id} />
      <TextareaField
        label={isHidden ? `Reason to show ${title} again` : `Reason to hide ${title}`}
        name="reason"
        id={idOf('reason')}
        rows={2}
        help="The seller reads it in an email."
        defaultValue={fault?.values['reason'] ?? ''}
        error={fault?.fields['reason']}
      />
      <div className="row">
        <Submit
          className={isHidden ? 'quiet' : 'danger'}
          name="act"
          value={isHidden ? 'unhide' : 'hide'}
          isPending={isPending}
          pendingText="Saving…"
        >
          {isHidden ? 'Show again' : 'Hide product'}
        </Submit>
        {isReported && (
          <Submit
            className="quiet"
            name="act"
            value="dismiss"
            isPending={isPending}
            pendingText="Saving…"
          >
            Dismiss reports
          </Submit>
        )}
      </div>
    </Form>
  )
}
