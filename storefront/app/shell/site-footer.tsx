import { Link } from '@remix-run/react'

/** The promise, and the pages that are nowhere else. */
export function SiteFooter() {
  return (
    <footer className="footer">
      <div className="wrap">
        <p>Your card is charged only when every item is set aside for you.</p>
        <nav aria-label="About the shop">
          <ul>
            <li>
              <Link to="/sell/products">Sell on Corner</Link>
            </li>
            <li>
              <Link to="/orders">Your orders</Link>
            </li>
            <li>
              <Link to="/account#look">Light or dark</Link>
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
