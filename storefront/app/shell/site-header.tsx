import { Link, useLocation, useSearchParams } from '@remix-run/react'
import { CATEGORIES } from '@shop/shared/contracts'
import { safePath } from '../lib/safe-path.ts'
import { count, categoryName } from '../lib/words.ts'
import { Icon } from '../ui/icon.tsx'
import { Logo } from '../ui/logo.tsx'
import { SearchForm } from './search-form.tsx'

export interface HeaderProps {
  user: { name?: string | undefined; role: string } | null
  cartCount: number
}

export function SiteHeader({ user, cartCount }: HeaderProps) {
  const { pathname } = useLocation()
  const isCatalogue = pathname === '/'
  return (
    <header className={isCatalogue ? 'header catalogue' : 'header'}>
      <div className="wrap header-bar">
        <Logo />
        <SearchForm />
        <nav className="nav" aria-label="Your account">
          <Link className="wide" to="/sell/products">
            <Icon name="shop" />
            <span>Sell</span>
          </Link>
          <AccountLink user={user} />
          <Link className="cart" to="/cart">
            <Icon name="cart" />
            <span className="label">Cart</span>
            {cartCount > 0 && (
              <span className="count" aria-hidden="true">
                {cartCount}
              </span>
            )}
            {cartCount > 0 && <span className="sr">, {count(cartCount, 'item')}</span>}
          </Link>
          <span className="sr" role="status">
            {cartCount > 0 ? `In your cart: ${count(cartCount, 'item')}` : ''}
          </span>
        </nav>
      </div>
      <CategoryNav isCatalogue={isCatalogue} />
    </header>
  )
}

function AccountLink({ user }: Pick<HeaderProps, 'user'>) {
  const { pathname, search } = useLocation()
  if (user === null || user.role === 'guest') {
    const isAuthPage = pathname.startsWith('/auth/')
    const next = isAuthPage ? '' : `?next=${encodeURIComponent(safePath(pathname + search, '/'))}`
    return (
      <Link to={`/auth/signin${next}`}>
        <Icon name="person" />
        <span className="label">Sign in</span>
      </Link>
    )
  }
  return (
    <Link to="/account">
      <Icon name="person" />
      <span className="label">{user.name ?? 'Account'}</span>
    </Link>
  )
}

function CategoryNav({ isCatalogue }: { isCatalogue: boolean }) {
  const [params] = useSearchParams()
  const current = isCatalogue ? (params.get('category') ?? '') : null
  const here = (category: string) =>
    current === category ? ({ 'aria-current': 'page' } as const) : {}
  return (
    <nav className="categories" aria-label="Categories">
      <div className="wrap">
        <ul>
          <li>
            <Link to="/" {...here('')}>
              All
            </Link>
          </li>
          {CATEGORIES.map((category) => (
            <li key={category}>
              <Link to={`/?category=${category}`} {...here(category)}>
                {categoryName(category)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  )
}
