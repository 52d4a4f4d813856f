import { redirect } from '@remix-run/node'

/** Where products were added before there was a seller desk. */
export function loader() {
  return redirect('/sell/products/new')
}
