import { redirect } from '@remix-run/node'
import { cookieOf } from '../lib/cookie.server.ts'
import { safePath } from '../lib/safe-path.ts'

/** Whether the sender had a session that has ended since. */
export function hadSession(request: Request): boolean {
  return request.method !== 'GET' || cookieOf(request, 'session') !== ''
}

/** Redirects to sign-in, and from there back to the requested page or the page of the form. */
export function signInFirst(request: Request, wasSignedIn: boolean): Response {
  const query = new URLSearchParams({ next: pageOf(request), ...(wasSignedIn && { lost: '1' }) })
  return redirect(`/auth/signin?${query}`, { status: 303 })
}

/** A form returns to the page that the Referer names, if that is a page of this shop. */
function pageOf(request: Request): string {
  const url = new URL(request.url)
  const referrer = request.headers.get('referer') ?? ''
  const isForm = request.method !== 'GET' && URL.canParse(referrer)
  const page = isForm && new URL(referrer).host === hostOf(request) ? new URL(referrer) : url
  page.searchParams.delete('_routes')
  page.searchParams.delete('index')
  const path = page.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  return safePath(path + page.search, '/')
}

const hostOf = (request: Request) => request.headers.get('host') ?? new URL(request.url).host
