import { data, type ActionFunctionArgs } from '@remix-run/node'
import type { Api } from '../api/client.server.ts'
import { readForm } from './read-form.server.ts'
import { faultOf, statusOf } from './refusals.server.ts'

interface FormArgs extends ActionFunctionArgs {
  api: Api
  form: FormData
}

/**
 * An action that reads its form within the limits; whatever a service refuses, or a service that is away, becomes
 * a fault of the form, so that the page comes back with a message and with what was typed.
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
