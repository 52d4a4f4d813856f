import { Link } from '@remix-run/react'

export function Logo() {
  return (
    <Link className="logo" to="/">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <path
          d="M6 4.5v13.5a8 8 0 0 0 8 8h13.5"
          fill="none"
          stroke="var(--brand)"
          strokeWidth="6.5"
          strokeLinecap="round"
        />
        <circle cx="21" cy="10.5" r="6" fill="var(--accent)" />
      </svg>
      Corner
    </Link>
  )
}
