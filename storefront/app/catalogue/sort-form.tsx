import { Form, useNavigate } from '@remix-run/react'
import { useAddressValue } from '../ui/use-url-value.ts'
import { addressOf, choiceOf, type Choice } from './filters.ts'
import { SORT_NAMES } from './labels.ts'

/** Chooses the order of a list: at once with script, else by its button. */
export function SortForm({ choice }: { choice: Choice }) {
  const navigate = useNavigate()
  const select = useAddressValue<HTMLSelectElement>(choice.sort)
  const rest = new URLSearchParams(addressOf({ ...choice, sort: 'newest' }).slice(2))
  const sortBy = (sort: string) => {
    const wanted = choiceOf(new URLSearchParams({ sort })).sort
    navigate(addressOf({ ...choice, sort: wanted }), { preventScrollReset: true })
  }
  return (
    <Form className="row" action="/" preventScrollReset>
      {[...rest].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="sr" htmlFor="sort">
        Sort by
      </label>
      <select
        className="input compact auto"
        id="sort"
        name="sort"
        ref={select}
        defaultValue={choice.sort}
        onChange={(event) => sortBy(event.target.value)}
      >
        {Object.entries(SORT_NAMES).map(([sort, name]) => (
          <option key={sort} value={sort}>
            {name}
          </option>
        ))}
      </select>
      <noscript>
        <button className="btn quiet small">Sort</button>
      </noscript>
    </Form>
  )
}
