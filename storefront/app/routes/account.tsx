import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { changeAccount, changeTheme, signOutHere } from '../account/change-account.server.ts'
import { EmailCard } from '../account/email-card.tsx'
import { NameCard } from '../account/name-card.tsx'
import { PasswordCard } from '../account/password-card.tsx'
import { SessionsCard } from '../account/sessions-card.tsx'
import { SignOutForm } from '../account/sign-out-form.tsx'
import { ThemeCard } from '../account/theme-card.tsx'
import { themeOf } from '../account/theme-cookie.server.ts'
import type { Theme } from '../account/theme.ts'
import { currentUser, getProfile } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'
import { requireUser } from '../api/session.server.ts'
import { formAction } from '../forms/form-action.server.ts'
import { pageTitle } from '../lib/words.ts'

export const meta = () => [{ title: pageTitle('Your account') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const user = await currentUser(api)
  const theme = themeOf(request)
  if (user === null || user.role === 'guest') return data({ user: null, theme })
  const { id, email = '', name = '', verified: isVerified = false, role } = user
  const isSeller = await sells(api, id)
  const { about, returnAddress } = isSeller ? await getProfile(api) : {}
  const profile = { ...(about && { about }), ...(returnAddress && { returnAddress }) }
  const isStaff = role === 'admin'
  return data({ user: { id, email, name, profile, isVerified, isSeller, isStaff }, theme })
}

async function sells(api: Api, seller: string): Promise<boolean> {
  const { items } = await listProducts(api, new URLSearchParams({ seller, limit: '1' }))
  return items.length > 0
}

export const action = formAction(async ({ api, form, request }) => {
  const intent = form.get('intent')
  if (intent === 'theme') throw changeTheme(form)
  if (intent === 'signout') return signOutHere(api)
  await requireUser(api, request)
  return changeAccount(api, form)
})

export { clientAction, shouldRevalidate } from '../forms/client-action.ts'

export default function Account() {
  const { user, theme } = useLoaderData<typeof loader>()
  return (
    <main id="main" tabIndex={-1} className="wrap page stack g6">
      {user === null ? <SignedOut theme={theme} /> : <SignedIn {...user} theme={theme} />}
    </main>
  )
}

function SignedOut({ theme }: { theme: Theme }) {
  return (
    <>
      <h1>Your account</h1>
      <p>
        You’re not signed in. <Link to="/auth/signin?next=/account">Sign in</Link> or{' '}
        <Link to="/auth/signup?next=/account">create an account</Link>.
      </p>
      <div className="account-part">
        <ThemeCard theme={theme} isDone={useIsDone('theme')} fault={useFaultOf()('theme')} />
      </div>
    </>
  )
}

interface SignedInProps {
  id: string
  email: string
  name: string
  profile: { about?: string; returnAddress?: string }
  isVerified: boolean
  isSeller: boolean
  isStaff: boolean
  theme: Theme
}

function SignedIn({
  id,
  email,
  name,
  profile,
  isVerified,
  isSeller,
  isStaff,
  theme,
}: SignedInProps) {
  const [params] = useSearchParams()
  const faultOf = useFaultOf()
  return (
    <>
      <div className="row between">
        <div>
          <h1>Your account</h1>
          <p className="muted">
            Signed in as <b>{email}</b>
          </p>
        </div>
        <SignOutForm />
      </div>
      <div className="split side">
        <div className="stack g5">
          <NameCard
            name={name}
            profile={profile}
            isSeller={isSeller}
            isDone={useIsDone('name')}
            fault={faultOf('name')}
          />
          <PasswordCard email={email} isDone={useIsDone('password')} fault={faultOf('password')} />
        </div>
        <div className="stack g5">
          <nav className="card links" aria-label="Your shop">
            <Link to="/orders">Your orders</Link>
            <Link to="/sell/products">{isSeller ? 'Your products' : 'Sell on Corner'}</Link>
            {isStaff && <Link to="/staff">Staff</Link>}
            {isSeller && name !== '' && <Link to={`/shops/${id}`}>Your shop’s page</Link>}
          </nav>
          <EmailCard
            email={email}
            isVerified={isVerified}
            isSeller={isSeller}
            isDone={useIsDone('email')}
            fault={faultOf('verify')}
          />
          <ThemeCard theme={theme} isDone={useIsDone('theme')} fault={faultOf('theme')} />
          <SessionsCard
            isConfirming={params.get('ask') === 'everywhere'}
            isDone={useIsDone('everywhere')}
            fault={faultOf('everywhere')}
          />
        </div>
      </div>
    </>
  )
}

function useFaultOf() {
  const fault = useActionData<typeof action>()
  return (intent: string) => (fault?.values['intent'] === intent ? fault : undefined)
}

function useIsDone(part: string): boolean {
  const [params] = useSearchParams()
  return params.get('done') === part
}
