import { Form, useNavigation } from '@remix-run/react'
import type { FormFault } from '../forms/parse-form.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/field.tsx'
import { Submit } from '../ui/submit.tsx'
import { AddressFields } from './address-fields.tsx'

interface AddressCardProps {
  /** Guests are asked for an email address. */
  isGuest: boolean
  fault: FormFault | undefined
  values?: Record<string, string>
}

export function AddressCard({ isGuest, fault, values: known = {} }: AddressCardProps) {
  const { state, formMethod } = useNavigation()
  const values = fault?.values ?? known
  return (
    <Form method="post" noValidate className="card stack g5" aria-labelledby="to">
      <ErrorSummary fault={fault} />
      <h2 id="to">Shipping address</h2>
      {isGuest && (
        <TextField
          label="Email"
          name="email"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          help="For your receipt. No account needed."
          defaultValue={values['email'] ?? ''}
          error={fault?.fields['email']}
        />
      )}
      {values['accept'] !== undefined && <input type="hidden" name="accept" value="1" />}
      <AddressFields values={values} fields={fault?.fields ?? {}} />
      <Submit
        className="big full"
        isPending={state !== 'idle' && formMethod === 'POST'}
        pendingText="Saving…"
      >
        Continue to payment
      </Submit>
    </Form>
  )
}
