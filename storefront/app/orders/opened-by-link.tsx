import { Form, Link } from '@remix-run/react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

interface OpenedByLinkProps {
  id: string
  isSignedIn: boolean
  fault: FormFault | undefined
}

/** Offers to keep an order that was opened by its mailed link. */
export function OpenedByLink({ id, isSignedIn, fault }: OpenedByLinkProps) {
  const isPending = usePending('claim')
  return (
    <Notice kind="info" title="You opened this order from a link">
      <FaultNotice fault={fault} />
      {isSignedIn ? (
        <Form method="post">
          <input type="hidden" name="intent" value="claim" />
          <Submit className="small" isPending={isPending} pendingText="Adding…">
            Add to my account
          </Submit>
        </Form>
      ) : (
        <p>
          <Link to={`/auth/signin?next=/orders/${id}`}>Sign in</Link> to keep it in your account.
        </p>
      )}
    </Notice>
  )
}
