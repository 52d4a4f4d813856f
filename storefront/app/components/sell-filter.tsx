import { Form, Link } from '@remix-run/react'
import { MAX_SEARCH } from '@shop/shared/contracts'
import { SHOWS, sellAddressOf, type SellChoice } from '../lib/sell-list.ts'
import { useAddressValue } from '../lib/use-address-value.ts'
import { Icon } from './icon.tsx'

/** Searches a seller's products, and narrows them by state. */
export function SellFilter({ choice }: { choice: SellChoice }) {
  const { q, show } = choice
  const input = useAddressValue<HTMLInputElement>(q)
  return (
    <div className="stack g3">
      <Form className="search" role="search" action="/sell/products" aria-label="Your products">
        <Icon name="search" />
        <label className="sr" htmlFor="q">
          Search your products
        </label>
        <input
          ref={input}
          id="q"
          name="q"
          type="search"
          placeholder="Search your products"
          autoComplete="off"
          enterKeyHint="search"
          maxLength={MAX_SEARCH}
          defaultValue={q}
        />
        {show !== '' && <input type="hidden" name="show" value={show} />}
        <button>Search</button>
      </Form>
      <nav className="desk-tabs" aria-label="Products by state">
        <ul>
          {SHOWS.map(([value, name]) => (
            <li key={value}>
              <Link
                to={sellAddressOf({ q, show: value })}
                {...(value === show && { 'aria-current': 'page' as const })}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
