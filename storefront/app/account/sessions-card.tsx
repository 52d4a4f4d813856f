import { Form, Link } from '@remix-run/react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

interface SessionsCardProps {
  isConfirming: boolean
  isDone: boolean
  fault: FormFault | undefined
}

export function SessionsCard({ fault, isDone, isConfirming }: SessionsCardProps) {
  const isPending = usePending('everywhere')
  return (
    <section className="card stack g3" id="everywhere" aria-labelledby="sessions">
      <h2 id="sessions" className="small-title">
        {isConfirming ? 'Sign out everywhere else?' : 'Other devices'}
      </h2>
      {isDone && (
        <Notice kind="ok" live="status">
          <p>All other devices were signed out.</p>
        </Notice>
      )}
      <p className="small muted">
        {isConfirming
          ? 'Every other device will have to sign in again. You stay signed in here.'
          : 'Lost a phone, or used a shared computer? Sign out there from here.'}
      </p>
      <FaultNotice fault={fault} />
      {isConfirming ? (
        <Form method="post" className="row">
          <input type="hidden" name="intent" value="everywhere" />
          <Link className="btn quiet" to="/account#everywhere" replace preventScrollReset>
            Not now
          </Link>
          <Submit className="danger" isPending={isPending} pendingText="Signing out…">
            Sign out everywhere else
          </Submit>
        </Form>
      ) : (
        <div>
          <Link className="btn danger" to="?ask=everywhere#everywhere" replace preventScrollReset>
            Sign out everywhere
          </Link>
        </div>
      )}
    </section>
  )
}
