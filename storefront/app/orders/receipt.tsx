import { Form } from '@remix-run/react'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

/** Prints the page as a receipt, or mails a link to it. */
export function Receipt({ hasEmail }: { hasEmail: boolean }) {
  const isPending = usePending('mail-link')
  return (
    <div className="stack g2 no-print">
      <button className="btn quiet needs-script" type="button" onClick={() => print()}>
        Print receipt
      </button>
      {hasEmail && (
        <Form method="post">
          <input type="hidden" name="intent" value="mail-link" />
          <Submit className="text" isPending={isPending} pendingText="Sending…">
            Email me a link to this order
          </Submit>
        </Form>
      )}
    </div>
  )
}
