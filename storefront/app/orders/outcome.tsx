import { useSearchParams } from '@remix-run/react'
import { Notice } from '../ui/notice.tsx'

const DONE: Record<string, string> = {
  claimed: 'The order is in your account now.',
  mailed: 'An email with a link to this order is on its way. We send at most one an hour.',
}

/** What the last press has done. */
export function Outcome() {
  const [params] = useSearchParams()
  const done = DONE[params.get('done') ?? '']
  return (
    <>
      {done !== undefined && (
        <Notice kind="ok" live="status">
          <p>{done}</p>
        </Notice>
      )}
      {params.has('late') && (
        <Notice kind="warn" title="It was paid before it could be canceled">
          <p>The order is complete and can’t be canceled anymore.</p>
        </Notice>
      )}
      {params.has('given') && (
        <Notice kind="ok" live="status" title="Done">
          <p>What happens next is below, and in an email to you.</p>
        </Notice>
      )}
    </>
  )
}
