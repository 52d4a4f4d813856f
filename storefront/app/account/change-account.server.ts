import { data, redirect, redirectDocument } from '@remix-run/node'
import { changeName, changePassword, signOut, signOutEverywhere } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import { parseForm, refusedForm } from '../forms/parse-form.ts'
import { statusOf } from '../forms/refusals.server.ts'
import { NameForm, PasswordForm } from './credentials.ts'
import { themeCookie } from './theme-cookie.server.ts'
import { isLook } from './theme.ts'

const WRONG_PASSWORD = 'This is not your password'

/** Leads back to the part of the account page that was changed. */
function done(part: string, headers: HeadersInit = {}): Response {
  return redirect(`/account?done=${part}#${part}`, { status: 303, headers })
}

/** Stores which look the pages have; nobody needs to be signed in for that. */
export function changeLook(form: FormData): Response {
  const look = form.get('look')
  return isLook(look) ? done('look', { 'set-cookie': themeCookie(look) }) : done('look')
}

/** Ends this session; the next page is loaded as a whole, as this one still holds who was signed in. */
export async function signOutHere(api: Api): Promise<never> {
  await signOut(api)
  throw redirectDocument('/', { status: 303 })
}

/** Does what a form of the account page says. */
export function changeAccount(api: Api, form: FormData) {
  const intent = form.get('intent')
  if (intent === 'name') return saveName(api, form)
  if (intent === 'password') return savePassword(api, form)
  if (intent === 'everywhere') return endOtherSessions(api)
  throw new Response(null, { status: 400, statusText: 'Bad Request' })
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
    if (statusOf(error) !== 400) throw error
    // The form has checked the new password: all that is left is that the current one is wrong.
    return data(refusedForm(form, { fields: { current: WRONG_PASSWORD } }), { status: 400 })
  }
  throw done('password')
}

async function endOtherSessions(api: Api): Promise<never> {
  await signOutEverywhere(api)
  throw done('everywhere')
}
