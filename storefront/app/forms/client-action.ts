import type { ClientActionFunctionArgs, ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { withLimit } from '../lib/with-timeout.ts'
import { failureText } from './failures.ts'
import { refusedForm } from './parse-form.ts'

/** Longer than the shop itself takes to give up. */
const LIMIT_MS = 20_000

/**
 * Sends a form, and turns a reply that does not come into a fault of that form: thrown, it would replace the
 * page and all that was typed. The status keeps the page from loading its data again, which would fail as well.
 */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData()
  try {
    return await withLimit(serverAction(), LIMIT_MS)
  } catch (error) {
    if (error instanceof Response) throw error
    return Response.json(refusedForm(form, { message: failureText(error) }), { status: 503 })
  }
}

/** A page loads its data anew after a form that worked; without this, Remix does so after any. */
export function shouldRevalidate({
  actionStatus = 200,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return actionStatus < 400 && defaultShouldRevalidate
}
