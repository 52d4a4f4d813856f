import type { ClientActionFunctionArgs, ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { withTimeout } from '../lib/with-timeout.ts'
import { failureText } from './failures.ts'
import { refusedForm } from './parse-form.ts'

/** Longer than the server's own timeouts. */
const LIMIT_MS = 20_000

/**
 * Turns a missing response into a form error: thrown, it would replace the page and everything typed. The status
 * prevents a revalidation, which would fail too.
 */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData()
  try {
    return await withTimeout(serverAction(), LIMIT_MS)
  } catch (error) {
    if (error instanceof Response) throw error
    return Response.json(refusedForm(form, { message: failureText(error) }), { status: 503 })
  }
}

/** Reloads the page's data only after a successful form. */
export function shouldRevalidate({
  actionStatus = 200,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return actionStatus < 400 && defaultShouldRevalidate
}
