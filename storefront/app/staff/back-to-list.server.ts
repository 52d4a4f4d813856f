import { redirect } from '@remix-run/node'

/** Back to the list that a form was sent from, with its filters, saying what was done. */
export function backToList(request: Request, done: string): Response {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('ask')
  searchParams.set('done', done)
  return redirect(`${pathname}?${searchParams}`, { status: 303 })
}
