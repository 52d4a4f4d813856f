import { useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { SellBackField, useShelfAction } from './back-field.tsx'

interface SellRestoreProps {
  id: string
  className: string
  children: ReactNode
}

/** Brings an archived product back. */
export function SellRestore({ id, className, children }: SellRestoreProps) {
  const { Form, data, state } = useFetcher<FormFault>()
  return (
    <Form method="post" action={useShelfAction(id)}>
      <SellBackField id={id} />
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
