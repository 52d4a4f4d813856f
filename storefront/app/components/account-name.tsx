import { Form } from '@remix-run/react'
import { MAX_NAME } from '@shop/shared/contracts'
import type { FormFault } from '../lib/forms.ts'
import { usePending } from '../lib/use-pending.ts'
import { ErrorSummary } from './error-summary.tsx'
import { TextField } from './field.tsx'
import { Notice } from './notice.tsx'
import { Submit } from './submit.tsx'

interface NameCardProps {
  name: string
  isSeller: boolean
  fault: FormFault | undefined
  isDone: boolean
}

/** What others call the one who is signed in. */
export function NameCard({ fault, isDone, name, isSeller }: NameCardProps) {
  const isPending = usePending('name')
  const label = isSeller ? 'Shop name' : 'Name'
  return (
    <section className="card stack" aria-labelledby="who">
      <h2 id="who">{isSeller ? 'Your shop' : 'Your name'}</h2>
      {isDone && (
        <Notice kind="ok" live="status">
          <p>Your name is saved.</p>
        </Notice>
      )}
      <Form method="post" noValidate className="stack">
        <ErrorSummary fault={fault} />
        <input type="hidden" name="intent" value="name" />
        <TextField
          label={label}
          name="name"
          autoComplete={isSeller ? 'organization' : 'name'}
          maxLength={MAX_NAME}
          help={
            isSeller
              ? 'Shoppers see it beside everything you sell.'
              : 'We greet you by it, and it stands beside anything you sell.'
          }
          defaultValue={fault?.values['name'] ?? name}
          error={fault?.fields['name']}
        />
        <div>
          <Submit isPending={isPending} pendingText="Saving…">
            Save name
          </Submit>
        </div>
      </Form>
    </section>
  )
}
