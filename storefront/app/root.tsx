import latin from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url'
import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useRouteError,
  useRouteLoaderData,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { useEffect, type ReactNode } from 'react'
import { themeOf } from './account/theme-cookie.server.ts'
import { currentUser } from './api/auth.server.ts'
import { getCart } from './api/cart.server.ts'
import { unlessUnavailable } from './forms/revalidation.ts'
import { useNonce } from './lib/nonce.ts'
import { pageTitle } from './lib/words.ts'
import { ErrorPage } from './shell/error-page.tsx'
import { errorText } from './shell/error-text.ts'
import { FormMemory } from './shell/form-memory.tsx'
import { NavigationFeedback } from './shell/navigation-feedback.tsx'
import { SiteFooter } from './shell/site-footer.tsx'
import { SiteHeader } from './shell/site-header.tsx'
import { useHandle } from './shell/use-handle.ts'
import { useRootData, type RootData } from './ui/use-root-data.ts'
import styles from './styles/index.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', href: latin, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api, log, requestId } = context
  const theme = themeOf(request)
  const guestKey = crypto.randomUUID()
  const unknown: RootData = { user: null, cartCount: 0, guestKey, requestId }
  try {
    const [user, cart] = await Promise.all([currentUser(api), getCart(api)])
    const cartCount = cart?.items.reduce((sum, item) => sum + item.quantity, 0) ?? 0
    const known: RootData = { ...unknown, ...(user !== null && { guestKey: '' }), user, cartCount }
    return data({ theme, ...known })
  } catch (error) {
    // The page still works without the user's name and cart.
    log.warn({ error }, 'could not load the current user')
    return data({ theme, ...unknown })
  }
}

export const meta: MetaFunction = ({ error }) => {
  if (error === undefined) return []
  return [
    { title: pageTitle(errorText(statusOf(error)).title) },
    { name: 'robots', content: 'noindex' },
  ]
}

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500)

/** Filtering a list changes neither the user nor the cart. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  const { currentUrl, nextUrl, formMethod = 'GET' } = args
  return (
    unlessUnavailable(args) && (formMethod !== 'GET' || currentUrl.pathname !== nextUrl.pathname)
  )
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const theme = useRouteLoaderData<typeof loader>('root')?.theme ?? 'system'
  return (
    <html lang="en" {...(theme !== 'system' && { 'data-theme': theme })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to main content
        </a>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  useFreshHistory()
  const { header = 'full' } = useHandle()
  const shop = useRootData()
  return (
    <>
      <NavigationFeedback />
      <FormMemory />
      {header === 'full' && (
        <SiteHeader user={shop?.user ?? null} cartCount={shop?.cartCount ?? 0} />
      )}
      <Outlet />
      <SiteFooter />
    </>
  )
}

/** A page from the back-forward cache may show a user who has signed out since. */
function useFreshHistory(): void {
  useEffect(() => {
    const reload = ({ persisted }: PageTransitionEvent) => {
      if (persisted) location.reload()
    }
    addEventListener('pageshow', reload)
    return () => removeEventListener('pageshow', reload)
  }, [])
}

export function ErrorBoundary() {
  const status = statusOf(useRouteError())
  const shop = useRootData()
  return (
    <>
      <SiteHeader user={shop?.user ?? null} cartCount={shop?.cartCount ?? 0} />
      <ErrorPage status={status} />
      <SiteFooter />
    </>
  )
}
