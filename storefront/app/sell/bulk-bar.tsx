import { Form, useNavigation } from '@remix-run/react'
import { CATEGORIES } from '@shop/shared/contracts'
import { useState } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { categoryName } from '../lib/words.ts'
import { Submit } from '../ui/submit.tsx'
import { useHydrated } from '../ui/use-hydrated.ts'
import { BULK_ACTIONS, type BulkAction } from './bulk-form.ts'
import { listAction, type ListFilters } from './list.ts'

/** The form that the checkboxes of the list belong to. */
export const BULK_FORM = 'bulk'

interface BulkBarProps {
  filters: ListFilters
  selected: number
  fault: FormFault | null
  clear: () => void
}

/** Changes the selected products; it sticks to the bottom while any is selected. */
export function BulkBar({ filters, selected, fault, clear }: BulkBarProps) {
  const isHydrated = useHydrated()
  const { state, formData } = useNavigation()
  const values = fault?.values ?? {}
  const [change, setChange] = useState(values['change'] ?? 'change-price')
  const isPending = state !== 'idle' && formData?.get('intent') === 'bulk'
  // Without script every field is there, and the chosen action reads its own.
  const isShown = (action: BulkAction) => !isHydrated || change === action
  return (
    <Form
      id={BULK_FORM}
      method="post"
      action={listAction(filters)}
      className={selected > 0 ? 'bulk card row sticky' : 'bulk card row'}
      aria-label="Change selected products"
    >
      <strong role="status">{isHydrated ? `${selected} selected` : 'Selected products'}</strong>
      <label className="sr" htmlFor="change">
        What to change
      </label>
      <select
        className="input"
        id="change"
        name="change"
        value={change}
        onChange={(event) => setChange(event.target.value)}
      >
        {BULK_ACTIONS.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <BulkValue isShown={isShown} values={values} />
      <Submit
        className="small"
        name="intent"
        value="bulk"
        isPending={isPending}
        pendingText="Applying…"
      >
        {isHydrated ? `Apply to ${selected}` : 'Apply to selected'}
      </Submit>
      {selected > 0 && (
        <button type="button" className="btn text small" onClick={clear}>
          Clear
        </button>
      )}
    </Form>
  )
}

interface BulkValueProps {
  isShown: (action: BulkAction) => boolean
  values: Record<string, string>
}

function BulkValue({ isShown, values }: BulkValueProps) {
  return (
    <>
      {isShown('change-price') && (
        <BulkInput name="percent" label="Percent, for example −10" affix="%" values={values} />
      )}
      {isShown('add-to-price') && (
        <BulkInput name="amount" label="Amount, for example −2.50" affix="$" values={values} />
      )}
      {isShown('set-price') && (
        <BulkInput name="price" label="New price" affix="$" values={values} />
      )}
      {isShown('set-category') && (
        <select className="input" name="category" aria-label="Category">
          {CATEGORIES.map((name) => (
            <option key={name} value={name}>
              {categoryName(name)}
            </option>
          ))}
        </select>
      )}
    </>
  )
}

interface BulkInputProps {
  name: string
  label: string
  affix: string
  values: Record<string, string>
}

function BulkInput({ name, label, affix, values }: BulkInputProps) {
  return (
    <div className="affix">
      <span aria-hidden="true">{affix}</span>
      <input
        className="input num"
        name={name}
        aria-label={label}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={values[name] ?? ''}
      />
    </div>
  )
}
