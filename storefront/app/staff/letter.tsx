import { Form, Link } from '@remix-run/react'
import type { DeadLetterResponse, ServiceName } from '@shop/shared/contracts'
import { useRef } from 'react'
import { Submit } from '../ui/submit.tsx'
import { Time } from '../ui/time.tsx'
import { useFocusAfterChange } from '../ui/use-focus-after-change.ts'
import { usePending } from '../ui/use-pending.ts'

interface LetterProps {
  service: ServiceName
  letter: DeadLetterResponse
  /** Whether it is to be deleted, and the question is asked. */
  isAsked: boolean
}

export function Letter({ service, letter, isAsked }: LetterProps) {
  const { id, subject, data, error, at } = letter
  const what = `${subject}, ${id.slice(-6)}`
  return (
    <li className="card stack g3">
      <div>
        <h3 className="small-title">{subject}</h3>
        <p className="muted small">
          <Time at={at} show="moment" />
        </p>
      </div>
      <p className="letter-error">{error}</p>
      <details>
        <summary>
          Show the event<span className="sr">: {what}</span>
        </summary>
        <pre className="code">{data}</pre>
      </details>
      <LetterForm service={service} id={id} what={what} isAsked={isAsked} />
    </li>
  )
}

interface FormProps {
  service: ServiceName
  id: string
  what: string
  isAsked: boolean
}

function LetterForm({ service, id, what, isAsked }: FormProps) {
  const isPending = usePending(id)
  const form = useRef<HTMLFormElement>(null)
  useFocusAfterChange(String(isAsked), () => form.current?.querySelector('a'))
  return (
    <Form ref={form} method="post" className="row" preventScrollReset>
      <input type="hidden" name="intent" value={id} />
      <input type="hidden" name="service" value={service} />
      <input type="hidden" name="id" value={id} />
      {isAsked ? (
        <>
          <p>Delete it for good?</p>
          <Submit
            className="danger small"
            name="act"
            value="delete"
            isPending={isPending}
            pendingText="Deleting…"
          >
            Delete<span className="sr"> {what}</span>
          </Submit>
          <Link className="btn text small" to="?" preventScrollReset>
            Keep it
          </Link>
        </>
      ) : (
        <>
          <Submit
            className="quiet small"
            name="act"
            value="replay"
            isPending={isPending}
            pendingText="Replaying…"
          >
            Replay<span className="sr"> {what}</span>
          </Submit>
          <Link className="btn text small" to={`?ask=${id}`} preventScrollReset>
            Delete<span className="sr"> {what}</span>
          </Link>
        </>
      )}
    </Form>
  )
}
