import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { collagePictures } from '../account/auth-page.server.ts'
import { AuthPage } from '../account/auth-page.tsx'
import { CodeField } from '../account/code-field.tsx'
import { PASSWORD_HELP, ResetForm } from '../account/credentials.ts'
import { useLinkCode } from '../account/use-link-code.ts'
import { resetPassword } from '../api/auth.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { parseForm } from '../forms/parse-form.ts'
import { pageTitle } from '../lib/words.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PasswordField } from '../ui/field.tsx'
import { Submit } from '../ui/submit.tsx'

const ALTERNATIVE = {
  question: 'The link doesn’t work?',
  path: '/auth/forgot',
  name: 'Get a new one',
}

export const meta = () => [{ title: pageTitle('Set a new password') }]

export async function loader({ context }: LoaderFunctionArgs) {
  return data({ pictures: await collagePictures(context.api) })
}

export const action = formAction(async ({ api, form }) => {
  const { output, fault } = parseForm(ResetForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  await resetPassword(api, output)
  throw redirect('/account?done=password#password', { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Reset() {
  const { pictures } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const { state } = useNavigation()
  const code = useLinkCode()
  return (
    <AuthPage title="Set a new password" alternative={ALTERNATIVE} pictures={pictures}>
      <Form method="post" noValidate className="stack g5">
        <ErrorSummary fault={fault} />
        <CodeField code={code} fault={fault} />
        <PasswordField
          label="New password"
          name="password"
          autoComplete="new-password"
          help={PASSWORD_HELP}
          error={fault?.fields['password']}
        />
        <Submit className="big full" isPending={state !== 'idle'} pendingText="Saving…">
          Set password
        </Submit>
      </Form>
    </AuthPage>
  )
}
