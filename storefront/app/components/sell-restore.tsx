import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SellBackField } from './sell-back-field.tsx'
import { Submit } from './submit.tsx'

interface SellRestoreProps {
  id: string
  className: string
  children: ReactNode
}

/** Brings an archived product back. */
export function SellRestore({ id, className, children }: SellRestoreProps) {
  const { state, formAction, formData } = useNavigation()
  const action = `/sell/products/${id}`
  const isMine = formAction === action && formData?.get('intent') === 'restore'
  return (
    <Form method="post" action={action}>
      <SellBackField />
      <Submit
        className={className}
        name="intent"
        value="restore"
        isPending={state !== 'idle' && isMine}
        pendingText="Restoring…"
      >
        {children}
      </Submit>
    </Form>
  )
}
