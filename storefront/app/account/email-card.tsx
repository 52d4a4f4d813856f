import { Form } from '@remix-run/react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

interface EmailCardProps {
  email: string
  isVerified: boolean
  isSeller: boolean
  fault: FormFault | undefined
  isDone: boolean
}

export function EmailCard({ email, isVerified, isSeller, fault, isDone }: EmailCardProps) {
  const isPending = usePending('verify')
  return (
    <section className="card stack g3" id="email" aria-labelledby="address">
      <h2 id="address" className="small-title">
        Email
      </h2>
      {isVerified ? (
        <p className="verified">
          <Icon name="check" /> {email} is verified.
        </p>
      ) : (
        <>
          {isDone && (
            <Notice kind="ok" live="status">
              <p>A new link is on its way to {email}.</p>
            </Notice>
          )}
          <p>{email} isn’t verified yet.</p>
          <p className="small muted">
            {isSeller
              ? 'Follow the link in our email to get an email about each new order.'
              : 'Follow the link in our email, so we know that our emails reach you.'}
          </p>
          <FaultNotice fault={fault} />
          <Form method="post">
            <input type="hidden" name="intent" value="verify" />
            <Submit className="quiet" isPending={isPending} pendingText="Sending…">
              Send the link again
            </Submit>
          </Form>
        </>
      )}
    </section>
  )
}
