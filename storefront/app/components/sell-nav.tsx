import { Link, NavLink } from '@remix-run/react'
import { Icon } from './icon.tsx'
import { SellIcon } from './sell-icon.tsx'

/** The parts of the seller desk. */
export function SellNav() {
  return (
    <nav className="desk-nav" aria-label="Seller desk">
      <ul>
        <li>
          <NavLink to="/sell/products">
            <SellIcon name="tag" />
            Products
          </NavLink>
        </li>
        <li>
          <NavLink to="/sell/orders">
            <SellIcon name="box" />
            Orders
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
