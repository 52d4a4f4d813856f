import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { signOutHere } from '../account/change-account.server.ts'

/** Only a POST signs out: a link that did could be on any site. */
export function loader() {
  return redirect('/')
}

export function action({ context }: ActionFunctionArgs) {
  return signOutHere(context.api)
}

/** Without a component, a failed sign-out would be an empty response instead of the error page. */
export default function SignOut() {
  return null
}
