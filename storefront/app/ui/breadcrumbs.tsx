import { Link } from '@remix-run/react'

export function Breadcrumbs({ trail }: { trail: { name: string; to?: string }[] }) {
  return (
    <nav className="crumbs" aria-label="Breadcrumbs">
      <ol>
        {trail.map(({ name, to }, position) => (
          <li key={position}>
            {to === undefined ? (
              <span aria-current="page">{name}</span>
            ) : (
              <Link to={to}>{name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
