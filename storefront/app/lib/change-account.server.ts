import { data, redirect } from '@remix-run/server-runtime'
import { changeName, changePassword, signOutEverywhere } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import { NameForm, PasswordForm } from './credentials-form.ts'
import { refuse } from './door.server.ts'
import { parseForm, type FormFault } from './forms.ts'
import { isLook } from './looks.ts'
import { themeCookie } from './theme.server.ts'

const WRONG_PASSWORD = 'This is not your password'

/** Leads back to the part of the account page that was changed. */
function done(part: string, headers: HeadersInit = {}): Response {
  return redirect(`/account?done=${part}#${part}`, { status: 303, headers })
}

/** Keeps how the pages are to look; nobody needs to be signed in for that. */
export function changeLook(form: FormData): Response {
  const look = form.get('look')
  return isLook(look) ? done('look', { 'set-cookie': themeCookie(look) }) : done('look')
}

/** Does what a form of the account page says. */
export function changeAccount(api: Api, form: FormData) {
  const intent = form.get('intent')
  if (intent === 'name') return saveName(api, form)
  if (intent === 'password') return savePassword(api, form)
  if (intent === 'everywhere') return endOtherSessions(api)
  throw new Response(null, { status: 400 })
}

async function saveName(api: Api, form: FormData) {
  const { output, fault } = parseForm(NameForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  await changeName(api, output.name)
  throw done('name')
}

async function savePassword(api: Api, form: FormData) {
  const { output, fault } = parseForm(PasswordForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  try {
    await changePassword(api, output)
  } catch (error) {
    return refuse(error, form, inOurWords)
  }
  throw done('password')
}

/** The form has looked at the new password: all that is left is that the old one is another. */
function inOurWords({ values }: FormFault): FormFault {
  return { values, fields: { current: WRONG_PASSWORD } }
}

async function endOtherSessions(api: Api): Promise<never> {
  await signOutEverywhere(api)
  throw done('everywhere')
}
