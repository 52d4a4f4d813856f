import { Form, useLocation, useSearchParams } from '@remix-run/react'
import { MAX_SEARCH } from '@shop/shared/contracts'
import { useAddressValue } from '../lib/use-address-value.ts'
import { Icon } from './icon.tsx'

/** Searches the catalogue; the words stay in the field. */
export function SearchForm() {
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const query = pathname === '/' ? (params.get('q') ?? '') : ''
  const input = useAddressValue<HTMLInputElement>(query)
  return (
    <Form className="search" role="search" action="/">
      <Icon name="search" />
      <label className="sr" htmlFor="q">
        Search products
      </label>
      <input
        ref={input}
        id="q"
        name="q"
        type="search"
        placeholder="Search products"
        autoComplete="off"
        enterKeyHint="search"
        maxLength={MAX_SEARCH}
        defaultValue={query}
      />
      <button>Search</button>
    </Form>
  )
}
