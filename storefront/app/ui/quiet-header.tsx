import { Link } from '@remix-run/react'
import { Icon } from './icon.tsx'
import { Logo } from './logo.tsx'

export function QuietHeader({ to, children }: { to: string; children: string }) {
  return (
    <header className="header quiet">
      <div className="wrap header-bar">
        <Logo />
        <nav className="nav" aria-label="Back">
          <Link to={to}>
            <Icon name="back" />
            {children}
          </Link>
        </nav>
      </div>
    </header>
  )
}
