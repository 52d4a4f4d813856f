import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireUser } from '../api/session.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireUser(context.api, request)
  return redirect('/sell/products')
}
