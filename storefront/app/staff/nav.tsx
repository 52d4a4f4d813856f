import { NavLink, useLocation } from '@remix-run/react'
import { Icon, type IconName } from '../ui/icon.tsx'
import { useScrolledNav } from '../ui/tabs.tsx'

const PARTS: [path: string, name: string, icon: IconName][] = [
  ['/staff', 'Overview', 'chart'],
  ['/staff/reports', 'Reports', 'flag'],
  ['/staff/products', 'Products', 'tag'],
  ['/staff/people', 'People', 'person'],
  ['/staff/orders', 'Orders', 'box'],
  ['/staff/dead-letters', 'Dead letters', 'warning'],
  ['/staff/messages', 'Messages', 'mail'],
]

export function StaffNav() {
  const list = useScrolledNav(useLocation().pathname)
  return (
    <nav className="desk-nav" aria-label="Staff">
      <ul ref={list}>
        {PARTS.map(([path, name, icon]) => (
          <li key={path}>
            <NavLink to={path} end={path === '/staff'}>
              <Icon name={icon} />
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
