import { Form } from '@remix-run/react'
import { MAX_SEARCH } from '@shop/shared/contracts'
import { Icon } from './icon.tsx'
import { useUrlValue } from './use-url-value.ts'

interface SearchFormProps {
  action: string
  /** What is searched, for screen readers. */
  name: string
  label: string
  q: string
  /** Other filters that stay. */
  kept?: Record<string, string>
}

export function SearchForm({ action, name, label, q, kept = {} }: SearchFormProps) {
  const input = useUrlValue<HTMLInputElement>(q)
  return (
    <Form className="search" role="search" action={action} aria-label={name}>
      <Icon name="search" />
      <label className="sr" htmlFor="q">
        {label}
      </label>
      <input
        ref={input}
        id="q"
        name="q"
        type="search"
        placeholder={label}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={MAX_SEARCH}
        defaultValue={q}
      />
      {Object.entries(kept)
        .filter(([, value]) => value !== '')
        .map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
      <button>Search</button>
    </Form>
  )
}
