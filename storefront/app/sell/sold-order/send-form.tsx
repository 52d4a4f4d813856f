import { Form } from '@remix-run/react'
import { CARRIERS, carrierName, type SoldOrderResponse } from '@shop/shared/contracts'
import type { FormFault } from '../../forms/parse-form.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Submit } from '../../ui/submit.tsx'
import { usePending } from '../../ui/use-pending.ts'

interface SendFormProps {
  parcel: SoldOrderResponse['parcels'][number]
  fault: FormFault | undefined
}

/** Marks the parcel as sent, or corrects how it was sent. */
export function SendForm({ parcel: { status, carrier, tracking }, fault }: SendFormProps) {
  const isPending = usePending('send')
  const values = fault?.values ?? {}
  const isNew = status === 'ToSend'
  return (
    <Form method="post" noValidate className="stack" preventScrollReset>
      <ErrorSummary fault={fault} />
      <input type="hidden" name="intent" value="send" />
      <div className="pair">
        <SelectField
          label="Carrier"
          name="carrier"
          defaultValue={values['carrier'] ?? carrier ?? 'ups'}
          error={fault?.fields['carrier']}
        >
          {CARRIERS.map((each) => (
            <option key={each} value={each}>
              {carrierName(each) ?? 'Another carrier'}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Tracking number"
          name="tracking"
          isOptional
          autoComplete="off"
          maxLength={40}
          defaultValue={values['tracking'] ?? tracking ?? ''}
          error={fault?.fields['tracking']}
        />
      </div>
      <div>
        <Submit
          className={isNew ? '' : 'quiet'}
          isPending={isPending}
          pendingText={isNew ? 'Marking as sent…' : 'Saving…'}
        >
          {isNew ? 'Mark as sent' : 'Correct tracking'}
        </Submit>
      </div>
    </Form>
  )
}
