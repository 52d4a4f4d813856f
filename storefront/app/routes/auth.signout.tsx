import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { signOutHere } from '../account/change-account.server.ts'

/** Only a form signs out: an address that did could be anywhere. */
export function loader() {
  return redirect('/')
}

export function action({ context }: ActionFunctionArgs) {
  return signOutHere(context.api)
}

/** Without a page of its own, a failed sign-out would be an empty reply instead of the error page. */
export default function SignOut() {
  return null
}
