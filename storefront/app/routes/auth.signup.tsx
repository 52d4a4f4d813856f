import { useActionData, useLoaderData } from '@remix-run/react'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/server-runtime'
import { currentUser, signUp } from '../api/auth.server.ts'
import { DoorForm } from '../components/door-form.tsx'
import { Door } from '../components/door.tsx'
import { PASSWORD_HELP, SignUpForm } from '../lib/credentials-form.ts'
import { nextOf, refuse, wallPictures } from '../lib/door.server.ts'
import { parseForm, type FormFault } from '../lib/forms.ts'
import { pageTitle } from '../lib/words.ts'

const IN_USE = 'There is an account with this e-mail already. Sign in instead.'
const OTHER = { question: 'Have an account?', path: '/auth/signin', name: 'Sign in' }

export const meta = () => [{ title: pageTitle('Create an account') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const user = await currentUser(api)
  const next = nextOf(request)
  if (user !== null && user.role !== 'guest') throw redirect(next)
  return data({ next, pictures: await wallPictures(api) })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const { output, fault } = parseForm(SignUpForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  try {
    await signUp(context.api, output)
  } catch (error) {
    return refuse(error, form, inOurWords)
  }
  throw redirect(nextOf(request), { status: 303 })
}

/** The form has looked at the e-mail's spelling: all that is left is that somebody has it. */
function inOurWords(fault: FormFault): FormFault {
  return 'email' in fault.fields ? { ...fault, fields: { ...fault.fields, email: IN_USE } } : fault
}

export default function SignUp() {
  const { next, pictures } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  return (
    <Door title="Create an account" other={OTHER} pictures={pictures}>
      <DoorForm
        fault={fault}
        next={next}
        button="Create an account"
        pendingText="Creating it…"
        password={{ autoComplete: 'new-password', help: PASSWORD_HELP }}
      />
    </Door>
  )
}
