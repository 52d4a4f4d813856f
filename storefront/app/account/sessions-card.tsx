import { Form, Link } from '@remix-run/react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

interface SessionsCardProps {
  isAsking: boolean
  isDone: boolean
  fault: FormFault | undefined
}

/** Ends all other sessions, once it is certain. */
export function SessionsCard({ fault, isDone, isAsking }: SessionsCardProps) {
  const isPending = usePending('everywhere')
  return (
    <section className="card stack g3" id="everywhere" aria-labelledby="sessions">
      <h2 id="sessions" className="small-title">
        {isAsking ? 'Sign out everywhere else?' : 'Other devices'}
      </h2>
      {isDone && (
        <Notice kind="ok" live="status">
          <p>All other devices are signed out.</p>
        </Notice>
      )}
      <p className="small muted">
        {isAsking
          ? 'Every other browser and phone has to sign in again. This one stays signed in.'
          : 'Lost a phone, or used a computer that is not yours? Sign out there from here.'}
      </p>
      <FaultNotice fault={fault} />
      {isAsking ? (
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
