import { useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { BackField, useProductAction } from './back-field.tsx'

interface ButtonProps {
  id: string
  className: string
  children: ReactNode
}

export const RestoreButton = (props: ButtonProps) => (
  <IntentButton {...props} intent="restore" pendingText="Restoring…" />
)

export const PublishButton = (props: ButtonProps) => (
  <IntentButton {...props} intent="publish" pendingText="Publishing…" />
)

interface IntentButtonProps extends ButtonProps {
  intent: string
  pendingText: string
}

function IntentButton({ id, className, intent, pendingText, children }: IntentButtonProps) {
  const { Form, data, state } = useFetcher<FormFault>()
  return (
    <Form method="post" action={useProductAction(id)}>
      <BackField id={id} />
      <Submit
        className={className}
        name="intent"
        value={intent}
        isPending={state !== 'idle'}
        pendingText={pendingText}
      >
        {children}
      </Submit>
      <FaultNotice fault={data} />
    </Form>
  )
}
