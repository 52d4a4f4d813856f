import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import {
  Form,
  useActionData,
  useLoaderData,
  useNavigation,
  useSearchParams,
} from '@remix-run/react'
import { collagePictures } from '../account/auth-page.server.ts'
import { AuthPage } from '../account/auth-page.tsx'
import { ForgotForm } from '../account/credentials.ts'
import { sendResetLink } from '../api/auth.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { parseForm } from '../forms/parse-form.ts'
import { pageTitle } from '../lib/words.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Submit } from '../ui/submit.tsx'

const ALTERNATIVE = { question: 'Remember it?', path: '/auth/signin', name: 'Sign in' }

export const meta = () => [{ title: pageTitle('Forgot your password?') }]

export async function loader({ context }: LoaderFunctionArgs) {
  return data({ pictures: await collagePictures(context.api) })
}

export const action = formAction(async ({ api, form }) => {
  const { output, fault } = parseForm(ForgotForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  await sendResetLink(api, output.email)
  throw redirect('/auth/forgot?sent=1', { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Forgot() {
  const { pictures } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const [params] = useSearchParams()
  const { state } = useNavigation()
  return (
    <AuthPage title="Forgot your password?" alternative={ALTERNATIVE} pictures={pictures}>
      {params.has('sent') && (
        <Notice kind="ok" live="status">
          <p>
            If there’s an account with this email, a link to set a new password is on its way. It
            works for one hour.
          </p>
        </Notice>
      )}
      <Form method="post" noValidate className="stack g5">
        <ErrorSummary fault={fault} />
        <TextField
          label="Email"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={fault?.values['email'] ?? ''}
          error={fault?.fields['email']}
        />
        <Submit className="big full" isPending={state !== 'idle'} pendingText="Sending…">
          Email me a link
        </Submit>
      </Form>
    </AuthPage>
  )
}
