import { Link } from '@remix-run/react'

export function SiteFooter() {
  return (
    <footer className="footer">
      <div className="wrap">
        <p>Your card is charged only when every item is reserved for you.</p>
        <nav aria-label="About the shop">
          <ul>
            <li>
              <Link to="/delivery">Shipping</Link>
            </li>
            <li>
              <Link to="/returns">Returns</Link>
            </li>
            <li>
              <Link to="/contact">Contact</Link>
            </li>
            <li>
              <Link to="/sell/products">Sell on Corner</Link>
            </li>
            <li>
              <Link to="/orders">Your orders</Link>
            </li>
            <li>
              <Link to="/account#theme">Theme</Link>
            </li>
            <li>
              <Link to="/privacy">Privacy</Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
