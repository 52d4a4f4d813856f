import { Form } from '@remix-run/react'
import { MAX_NAME } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

interface NameCardProps {
  name: string
  isSeller: boolean
  fault: FormFault | undefined
  isDone: boolean
}

export function NameCard({ fault, isDone, name, isSeller }: NameCardProps) {
  const isPending = usePending('name')
  const label = isSeller ? 'Shop name' : 'Name'
  return (
    <section className="card stack" aria-labelledby="who">
      <h2 id="who">{isSeller ? 'Your shop' : 'Your name'}</h2>
      {isDone && (
        <Notice kind="ok" live="status">
          <p>Your name was saved.</p>
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
              ? 'Shoppers see it with everything you sell.'
              : 'We use it to greet you, and shoppers see it next to anything you sell.'
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
