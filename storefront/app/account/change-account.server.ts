import { data, redirect, redirectDocument } from '@remix-run/node'
import type { ProfileBody } from '@shop/shared/contracts'
import type * as v from 'valibot'
import {
  changeProfile,
  changePassword,
  sendVerification,
  signOut,
  signOutEverywhere,
} from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import { parseForm, refusedForm } from '../forms/parse-form.ts'
import { statusOf } from '../forms/refusals.server.ts'
import { NameForm, PasswordForm } from './credentials.ts'
import { themeCookie } from './theme-cookie.server.ts'
import { isTheme } from './theme.ts'

const WRONG_PASSWORD = 'This isn’t your password'

/** Leads back to the part of the account page that was changed. */
function redirectToPart(part: string, headers: HeadersInit = {}): Response {
  return redirect(`/account?done=${part}#${part}`, { status: 303, headers })
}

export function changeTheme(form: FormData): Response {
  const theme = form.get('theme')
  return isTheme(theme)
    ? redirectToPart('theme', { 'set-cookie': themeCookie(theme) })
    : redirectToPart('theme')
}

/** Loads the next page from scratch, because this one still holds data of the signed-in user. */
export async function signOutHere(api: Api): Promise<never> {
  await signOut(api)
  throw redirectDocument('/', { status: 303 })
}

export function changeAccount(api: Api, form: FormData) {
  const intent = form.get('intent')
  if (intent === 'name') return saveName(api, form)
  if (intent === 'password') return savePassword(api, form)
  if (intent === 'verify') return sendLinkAgain(api)
  if (intent === 'everywhere') return endOtherSessions(api)
  throw new Response(null, { status: 400, statusText: 'Bad Request' })
}

async function saveName(api: Api, form: FormData) {
  const { output, fault } = parseForm(NameForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  await changeProfile(api, profileOf(output))
  throw redirectToPart('name')
}

function profileOf({ name, about, returnAddress }: v.InferOutput<typeof NameForm>): ProfileBody {
  return {
    name,
    ...(about !== undefined && { about }),
    ...(returnAddress !== undefined && { returnAddress }),
  }
}

async function savePassword(api: Api, form: FormData) {
  const { output, fault } = parseForm(PasswordForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  try {
    await changePassword(api, output)
  } catch (error) {
    if (statusOf(error) !== 400) throw error
    // The new password is already validated, so the current one must be wrong.
    return data(refusedForm(form, { fields: { current: WRONG_PASSWORD } }), { status: 400 })
  }
  throw redirectToPart('password')
}

async function sendLinkAgain(api: Api): Promise<never> {
  await sendVerification(api)
  throw redirectToPart('email')
}

async function endOtherSessions(api: Api): Promise<never> {
  await signOutEverywhere(api)
  throw redirectToPart('everywhere')
}
