import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { AuthForm } from '../account/auth-form.tsx'
import { nextOf, collagePictures } from '../account/auth-page.server.ts'
import { AuthPage } from '../account/auth-page.tsx'
import { SignInForm } from '../account/credentials.ts'
import { currentUser, signIn } from '../api/auth.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { parseForm, refusedForm } from '../forms/parse-form.ts'
import { statusOf } from '../forms/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'
import { Notice } from '../ui/notice.tsx'

const WRONG_PAIR = 'Wrong email or password.'
const ALTERNATIVE = { question: 'New to Corner?', path: '/auth/signup', name: 'Create an account' }

export const meta = () => [{ title: pageTitle('Sign in') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const user = await currentUser(api)
  const next = nextOf(request)
  if (user !== null && user.role !== 'guest') throw redirect(next)
  const wasSignedOut = new URL(request.url).searchParams.has('lost')
  return data({ next, wasSignedOut, pictures: await collagePictures(api) })
}

export const action = formAction(async ({ api, form, request }) => {
  const { output, fault } = parseForm(SignInForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  try {
    await signIn(api, output)
  } catch (error) {
    if (statusOf(error) !== 400) throw error
    // The message must not tell which of the two is wrong.
    return data(refusedForm(form, { message: WRONG_PAIR }), { status: 400 })
  }
  throw redirect(nextOf(request), { status: 303 })
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function SignIn() {
  const { next, wasSignedOut, pictures } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <AuthPage title="Sign in" alternative={ALTERNATIVE} pictures={pictures}>
      {wasSignedOut && (
        <Notice kind="info">
          <p>You were signed out. Sign in to continue.</p>
        </Notice>
      )}
      <AuthForm
        fault={fault}
        next={next}
        button="Sign in"
        pendingText="Signing in…"
        password={{ autoComplete: 'current-password' }}
      >
        <p>
          <Link to="/auth/forgot">Forgot your password?</Link>
        </p>
      </AuthForm>
    </AuthPage>
  )
}
