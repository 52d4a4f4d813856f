import { useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { BackField, useProductAction } from './back-field.tsx'

interface RestoreButtonProps {
  id: string
  className: string
  children: ReactNode
}

export function RestoreButton({ id, className, children }: RestoreButtonProps) {
  const { Form, data, state } = useFetcher<FormFault>()
  return (
    <Form method="post" action={useProductAction(id)}>
      <BackField id={id} />
      <Submit
        className={className}
        name="intent"
        value="restore"
        isPending={state !== 'idle'}
        pendingText="Restoring…"
      >
        {children}
      </Submit>
      <FaultNotice fault={data} />
    </Form>
  )
}
