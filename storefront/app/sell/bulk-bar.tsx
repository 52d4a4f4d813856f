import { Form, useNavigation } from '@remix-run/react'
import { useRef, useState } from 'react'
import type { FormFault } from '../forms/parse-form.ts'
import { Submit } from '../ui/submit.tsx'
import { useHydrated } from '../ui/use-hydrated.ts'
import { BULK_ACTIONS, type BulkAction } from './bulk-form.ts'
import { BulkValue, type Shown } from './bulk-value.tsx'
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
  const select = useRef<HTMLSelectElement>(null)
  const { state, formData } = useNavigation()
  const values = fault?.values ?? {}
  const [change, setChange] = useState(values['change'] ?? 'change-price')
  const isPending = state !== 'idle' && formData?.get('intent') === 'bulk'
  // Without script every field is there, and the chosen action reads its own.
  const shown = (action: BulkAction): Shown => {
    if (change === action) return 'always'
    return isHydrated ? 'never' : 'without-script'
  }
  const clearAll = () => {
    clear()
    // The button that is pressed goes away.
    select.current?.focus()
  }
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
        ref={select}
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
      <BulkValue shown={shown} values={values} />
      <Submit
        className="small"
        name="intent"
        value="bulk"
        isPending={isPending}
        pendingText="Applying…"
      >
        {selected > 0 ? `Apply to ${selected}` : 'Apply to selected'}
      </Submit>
      {selected > 0 && (
        <button type="button" className="btn text small" onClick={clearAll}>
          Clear
        </button>
      )}
    </Form>
  )
}
