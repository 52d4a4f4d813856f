import { useSearchParams } from '@remix-run/react'
import { Notice } from '../ui/notice.tsx'

/** By parameter of the address. */
const OUTCOMES: Record<string, string> = {
  late: 'It was paid before it could be canceled.',
  given: 'What happens next is below, and in an email to you.',
  claimed: 'The order is in your account now.',
  mailed: 'An email with a link to this order is on its way.',
}

/** What the last press has done. */
export function Outcome() {
  const [params] = useSearchParams()
  const found = Object.keys(OUTCOMES).find((name) => params.has(name))
  if (found === undefined) return null
  return (
    <Notice kind="info" live="status">
      <p>{OUTCOMES[found]}</p>
    </Notice>
  )
}
