import { Form, Link, useSubmit } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { TextField } from '../ui/field.tsx'
import { Submit } from '../ui/submit.tsx'
import { usePending } from '../ui/use-pending.ts'

interface LockedOrderProps {
  id: string
  isSignedIn: boolean
  fault: FormFault | undefined
}

/** Asks for the code of a mailed link. It stands after `#`, so only the browser knows it. */
export function LockedOrder({ id, isSignedIn, fault }: LockedOrderProps) {
  const form = useRef<HTMLFormElement>(null)
  const isPending = usePending('open')
  useOpenByLink(form)
  return (
    <main id="main" tabIndex={-1} className="wrap page narrow">
      <section className="card stack g5">
        <div className="stack g2">
          <h1>Open your order</h1>
          <p>The link in your email opens it. If it doesn’t, enter the code from the email here.</p>
        </div>
        <Form method="post" className="stack" ref={form}>
          <FaultNotice fault={fault} />
          <input type="hidden" name="intent" value="open" />
          <TextField
            label="Code from your email"
            name="key"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
          />
          <Submit isPending={isPending} pendingText="Opening…">
            Open order
          </Submit>
        </Form>
        <p className="small">
          No email? <Link to="/orders/find">Find your order</Link>
          {isSignedIn ? '' : ' or '}
          {!isSignedIn && <Link to={`/auth/signin?next=/orders/${id}`}>sign in</Link>}.
        </p>
      </section>
    </main>
  )
}

function useOpenByLink(form: { current: HTMLFormElement | null }): void {
  const submit = useSubmit()
  useEffect(() => {
    const key = location.hash.slice(1)
    const field = form.current?.elements.namedItem('key')
    if (key === '' || key === 'main' || !(field instanceof HTMLInputElement)) return
    field.value = key
    // Not kept in the history of a shared computer.
    history.replaceState(history.state, '', location.pathname + location.search)
    submit(form.current)
  }, [submit, form])
}
