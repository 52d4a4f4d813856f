import { redirect, type ActionFunctionArgs } from '@remix-run/server-runtime'
import { signOut } from '../api/auth.server.ts'

/** Only a form signs out: an address that did could be anywhere. */
export function loader() {
  return redirect('/')
}

export async function action({ context }: ActionFunctionArgs) {
  await signOut(context.api)
  return redirect('/', { status: 303 })
}
