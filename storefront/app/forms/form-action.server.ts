import { data, type ActionFunctionArgs } from '@remix-run/node'
import type { Api } from '../api/client.server.ts'
import { readForm } from './read-form.server.ts'
import { faultOf, statusOf } from './refusals.server.ts'

export interface FormArgs extends ActionFunctionArgs {
  api: Api
  form: FormData
}

/**
 * Wraps an action: parses its form within limits, and turns refusals and unavailable services into form errors, so
 * that the page keeps what was typed.
 */
export function formAction<T>(
  work: (args: FormArgs) => Promise<T>,
  read: (args: ActionFunctionArgs) => Promise<FormData> = ({ request }) => readForm(request),
) {
  return async (args: ActionFunctionArgs) => {
    const form = await read(args)
    try {
      return await work({ ...args, api: args.context.api, form })
    } catch (error) {
      return data(faultOf(error, form), { status: statusOf(error) })
    }
  }
}
