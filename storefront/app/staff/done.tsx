import { useActionData, useSearchParams } from '@remix-run/react'
import { Notice } from '../ui/notice.tsx'

const TEXTS: Record<string, string> = {
  block: 'Blocked. They are signed out everywhere, and get the reason by email.',
  unblock: 'Unblocked. They can sign in again.',
  replay: 'Replayed. The service has handled the event.',
  delete: 'Deleted.',
  send: 'Queued again. It is sent within seconds.',
}

/** What was just done, by the address of the page. */
export function Done() {
  const [params] = useSearchParams()
  const hasFailed = useActionData() !== undefined
  const text = TEXTS[params.get('done') ?? '']
  if (text === undefined || hasFailed) return null
  return (
    <Notice kind="ok" live="status">
      <p>{text}</p>
    </Notice>
  )
}
