import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AuthForm } from '../account/auth-form.tsx'
import { nextOf, collagePictures } from '../account/auth-page.server.ts'
import { AuthPage } from '../account/auth-page.tsx'
import { PASSWORD_HELP, SignUpForm } from '../account/credentials.ts'
import { currentUser, signUp } from '../api/auth.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { parseForm } from '../forms/parse-form.ts'
import { faultOf, statusOf } from '../forms/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'

const IN_USE = 'There’s already an account with this email. Sign in instead.'
const ALTERNATIVE = { question: 'Have an account?', path: '/auth/signin', name: 'Sign in' }

export const meta = () => [{ title: pageTitle('Create an account') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const user = await currentUser(api)
  const next = nextOf(request)
  if (user !== null && user.role !== 'guest') throw redirect(next)
  return data({ next, pictures: await collagePictures(api) })
}

export const action = formAction(async ({ api, form, request }) => {
  const { output, fault } = parseForm(SignUpForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  try {
    await signUp(api, output)
  } catch (error) {
    const refused = faultOf(error, form)
    if (!('email' in refused.fields)) throw error
    // The format is already validated, so the address must be taken.
    const fields = { ...refused.fields, email: IN_USE }
    return data({ ...refused, fields }, { status: statusOf(error) })
  }
  throw redirect(nextOf(request), { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function SignUp() {
  const { next, pictures } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <AuthPage title="Create an account" alternative={ALTERNATIVE} pictures={pictures}>
      <AuthForm
        fault={fault}
        next={next}
        button="Create an account"
        pendingText="Creating account…"
        password={{ autoComplete: 'new-password', help: PASSWORD_HELP }}
      />
    </AuthPage>
  )
}
