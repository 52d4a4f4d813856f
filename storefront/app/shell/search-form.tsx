import { Form, useLocation, useSearchParams } from '@remix-run/react'
import { MAX_SEARCH } from '@shop/shared/contracts'
import { Icon } from '../ui/icon.tsx'
import { useUrlValue } from '../ui/use-url-value.ts'

export function SearchForm() {
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const query = pathname === '/' ? (params.get('q') ?? '') : ''
  const input = useUrlValue<HTMLInputElement>(query)
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
