import { useActionData, useLoaderData } from '@remix-run/react'
import { data, redirect, type LoaderFunctionArgs } from '@remix-run/server-runtime'
import { currentUser, signIn } from '../api/auth.server.ts'
import { DoorForm } from '../components/door-form.tsx'
import { Door } from '../components/door.tsx'
import { Notice } from '../components/notice.tsx'
import { SignInForm } from '../lib/credentials-form.ts'
import { nextOf, wallPictures } from '../lib/door.server.ts'
import { formAction } from '../lib/form-action.server.ts'
import { parseForm, refusedForm } from '../lib/forms.ts'
import { statusOf } from '../lib/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'

const WRONG_PAIR = 'E-mail or password is not right.'
const OTHER = { question: 'New to Corner?', path: '/auth/signup', name: 'Create an account' }

export const meta = () => [{ title: pageTitle('Sign in') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const user = await currentUser(api)
  const next = nextOf(request)
  if (user !== null && user.role !== 'guest') throw redirect(next)
  const wasSignedOut = new URL(request.url).searchParams.has('lost')
  return data({ next, wasSignedOut, pictures: await wallPictures(api) })
}

export const action = formAction(async ({ api, form, request }) => {
  const { output, fault } = parseForm(SignInForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  try {
    await signIn(api, output)
  } catch (error) {
    if (statusOf(error) !== 400) throw error
    // The message does not tell which of the two is wrong.
    return data(refusedForm(form, { message: WRONG_PAIR }), { status: 400 })
  }
  throw redirect(nextOf(request), { status: 303 })
})

export { clientAction, shouldRevalidate } from '../lib/client-action.ts'

export default function SignIn() {
  const { next, wasSignedOut, pictures } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <Door title="Sign in" other={OTHER} pictures={pictures}>
      {wasSignedOut && (
        <Notice kind="info">
          <p>You were signed out. Sign in to go on.</p>
        </Notice>
      )}
      <DoorForm
        fault={fault}
        next={next}
        button="Sign in"
        pendingText="Signing in…"
        password={{ autoComplete: 'current-password' }}
      />
    </Door>
  )
}
