import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { wrongIn } from '../forms/wrong-in.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/field.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

interface ActFormProps {
  /** Tells the forms of the page apart. */
  intent: string
  idempotencyKey: string
  fault: FormFault | undefined
  button: string
  /** Whether another step follows, which asks once more. */
  hasNext?: boolean
  pendingText: string
  children: ReactNode
}

/** A form by which staff act for a seller: it always asks why. */
export function ActForm(props: ActFormProps) {
  const {
    intent,
    idempotencyKey,
    fault: last,
    button,
    hasNext = false,
    pendingText,
    children,
  } = props
  const isPending = usePending(intent)
  const own = last?.values['intent'] === intent ? last : undefined
  const fault = wrongIn(own)
  const values = own?.values ?? {}
  const id = `explanation-${intent}`
  return (
    <Form method="post" noValidate className="stack g3" preventScrollReset>
      <ErrorSummary fault={fault} idOf={(name) => (name === 'explanation' ? id : name)} />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={values['key'] ?? idempotencyKey} />
      {children}
      <TextField
        label="Why"
        name="explanation"
        id={id}
        help="Kept with the order; the seller reads it."
        autoComplete="off"
        maxLength={500}
        defaultValue={values['explanation'] ?? ''}
        error={fault?.fields['explanation']}
      />
      <div>
        <Submit className={hasNext ? '' : 'danger'} isPending={isPending} pendingText={pendingText}>
          {button}
        </Submit>
      </div>
    </Form>
  )
}
