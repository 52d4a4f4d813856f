import { Link, NavLink, useLocation } from '@remix-run/react'
import { counted } from '../ui/counted.ts'
import { Icon } from '../ui/icon.tsx'
import { useScrolledNav } from '../ui/tabs.tsx'

/** The parts of the desk, with the number of parcels to send. */
export function DeskNav({ toSend }: { toSend: number }) {
  const list = useScrolledNav(useLocation().pathname)
  return (
    <nav className="desk-nav" aria-label="Seller desk">
      <ul ref={list}>
        <li>
          <NavLink to="/sell" end>
            <Icon name="chart" />
            Dashboard
          </NavLink>
        </li>
        <li>
          <NavLink to="/sell/products">
            <Icon name="tag" />
            Products
          </NavLink>
        </li>
        <li>
          <NavLink to="/sell/orders">
            <Icon name="box" />
            Orders
            {toSend > 0 && (
              <span className="badge warn">
                {counted(toSend)}
                <span className="sr"> to send</span>
              </span>
            )}
          </NavLink>
        </li>
        <li>
          <Link to="/account#name">
            <Icon name="shop" />
            Shop name
          </Link>
        </li>
      </ul>
    </nav>
  )
}
