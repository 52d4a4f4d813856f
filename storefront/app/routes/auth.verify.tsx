import { data, redirect } from '@remix-run/node'
import {
  Form,
  Link,
  useActionData,
  useNavigation,
  useSearchParams,
  useSubmit,
} from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { CodeField } from '../account/code-field.tsx'
import { VerifyForm } from '../account/credentials.ts'
import { useLinkCode } from '../account/use-link-code.ts'
import { verifyEmail } from '../api/auth.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { parseForm } from '../forms/parse-form.ts'
import { pageTitle } from '../lib/words.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'

export const meta = () => [{ title: pageTitle('Verify your email') }]

export const action = formAction(async ({ api, form }) => {
  const { output, fault } = parseForm(VerifyForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  await verifyEmail(api, output.token)
  throw redirect('/auth/verify?done=1', { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Verify() {
  const [params] = useSearchParams()
  return (
    <main id="main" tabIndex={-1} className="wrap page narrow">
      <section className="card stack g5">
        <h1>Verify your email</h1>
        {params.has('done') ? <Verified /> : <VerifyByCode />}
      </section>
    </main>
  )
}

function Verified() {
  return (
    <>
      <Notice kind="ok" live="status">
        <p>Your email address is verified.</p>
      </Notice>
      <p>
        <Link to="/">Continue shopping</Link> or go to <Link to="/account">your account</Link>.
      </p>
    </>
  )
}

function VerifyByCode() {
  const fault = useActionData<typeof action>()
  const { state } = useNavigation()
  const form = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  const code = useLinkCode()
  useEffect(() => {
    if (code !== '') submit(form.current)
  }, [code, submit])
  return (
    <>
      <p>The link in your email does it. If it doesn’t work, enter the code from the email here.</p>
      <Form method="post" noValidate className="stack" ref={form}>
        <ErrorSummary fault={fault} />
        <CodeField code={code} fault={fault} />
        <Submit isPending={state !== 'idle'} pendingText="Verifying…">
          Verify email
        </Submit>
      </Form>
      <p className="small">
        No email, or an older one? Get a new link on <Link to="/account#email">your account</Link>.
      </p>
    </>
  )
}
