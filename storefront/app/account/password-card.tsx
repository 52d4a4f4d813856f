import { Form, useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PasswordField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'
import { PASSWORD_HELP } from './credentials.ts'

interface PasswordCardProps {
  email: string
  fault: FormFault | undefined
  isDone: boolean
}

export function PasswordCard({ fault, isDone, email }: PasswordCardProps) {
  const form = useRef<HTMLFormElement>(null)
  const { key } = useLocation()
  const isUsed = isDone || Object.keys(fault?.fields ?? {}).length > 0
  // Clears the fields after a response, but keeps them if none came.
  useEffect(() => {
    if (isUsed) form.current?.reset()
  }, [isUsed, key, fault])
  const isPending = usePending('password')
  return (
    <section className="card stack" id="password" aria-labelledby="secret">
      <h2 id="secret">Password</h2>
      {isDone && (
        <Notice kind="ok" live="status">
          <p>Your password was changed. All other devices were signed out.</p>
        </Notice>
      )}
      <Form method="post" noValidate className="stack" ref={form}>
        <ErrorSummary fault={fault} />
        <input type="hidden" name="intent" value="password" />
        <input hidden readOnly name="username" autoComplete="username" value={email} />
        <PasswordField
          label="Current password"
          name="current"
          autoComplete="current-password"
          error={fault?.fields['current']}
        />
        <PasswordField
          label="New password"
          name="next"
          autoComplete="new-password"
          help={PASSWORD_HELP}
          error={fault?.fields['next']}
        />
        <div>
          <Submit isPending={isPending} pendingText="Changing…">
            Change password
          </Submit>
        </div>
      </Form>
    </section>
  )
}
