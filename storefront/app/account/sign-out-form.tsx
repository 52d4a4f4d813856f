import { useFetcher } from '@remix-run/react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { Submit } from '../ui/submit.tsx'

export function SignOutForm() {
  const { Form, data, state } = useFetcher<FormFault>()
  return (
    <Form method="post" action="/account" className="stack g2">
      <input type="hidden" name="intent" value="signout" />
      <div>
        <Submit className="quiet" isPending={state !== 'idle'} pendingText="Signing out…">
          Sign out
        </Submit>
      </div>
      <FaultNotice fault={data} />
    </Form>
  )
}
