import { useActionData, useLoaderData } from '@remix-run/react'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/server-runtime'
import { currentUser, signIn } from '../api/auth.server.ts'
import { DoorForm } from '../components/door-form.tsx'
import { Door } from '../components/door.tsx'
import { Notice } from '../components/notice.tsx'
import { SignInForm } from '../lib/credentials-form.ts'
import { nextOf, refuse, wallPictures } from '../lib/door.server.ts'
import { parseForm, type FormFault } from '../lib/forms.ts'
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

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const { output, fault } = parseForm(SignInForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  try {
    await signIn(context.api, output)
  } catch (error) {
    return refuse(error, form, oneAnswer)
  }
  throw redirect(nextOf(request), { status: 303 })
}

/** Nothing is told of which of the two is wrong. */
function oneAnswer(fault: FormFault): FormFault {
  return { ...fault, fields: {}, message: WRONG_PAIR }
}

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
