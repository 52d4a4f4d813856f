import { Link, NavLink } from '@remix-run/react'
import { Icon } from '../ui/icon.tsx'

export function DeskNav() {
  return (
    <nav className="desk-nav" aria-label="Seller desk">
      <ul>
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
