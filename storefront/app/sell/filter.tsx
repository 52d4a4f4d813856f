import { Form, Link } from '@remix-run/react'
import { Icon } from '../ui/icon.tsx'
import { useAddressValue } from '../ui/use-url-value.ts'
import { SHOWS, sellAddressOf, type SellChoice } from './list.ts'

const MAX_LENGTH = 100

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
          maxLength={MAX_LENGTH}
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
