import { useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { FormFault } from '../lib/forms.ts'
import { FaultNotice } from './fault-notice.tsx'
import { SellBackField, useShelfAction } from './sell-back-field.tsx'
import { Submit } from './submit.tsx'

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
