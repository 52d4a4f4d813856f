import { useRef } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useHydrated } from '../ui/use-hydrated.ts'

interface SellDeltaFieldProps {
  defaultValue: string
  error: string | undefined
}

/** How many more or less: typed with its sign, or stepped. */
export function SellDeltaField({ defaultValue, error }: SellDeltaFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const isHydrated = useHydrated()
  const step = (by: number) => {
    if (input.current === null) return
    input.current.value = String((Number(input.current.value) || 0) + by)
    input.current.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <div className="field">
      <label htmlFor="delta">Change by</label>
      <p className="help" id="delta-help">
        5 when five came, −2 when two left.
      </p>
      {error !== undefined && (
        <p className="error" id="delta-error">
          <Icon name="danger" />
          <span className="sr">Error: </span>
          {error}
        </p>
      )}
      <div className="delta">
        {isHydrated && (
          <button type="button" aria-label="One less" onClick={() => step(-1)}>
            <Icon name="minus" />
          </button>
        )}
        <input
          ref={input}
          className="input num"
          id="delta"
          name="delta"
          type="number"
          step={1}
          required
          autoComplete="off"
          defaultValue={defaultValue}
          aria-describedby={error === undefined ? 'delta-help' : 'delta-help delta-error'}
          {...(error !== undefined && { 'aria-invalid': true })}
        />
        {isHydrated && (
          <button type="button" aria-label="One more" onClick={() => step(1)}>
            <Icon name="plus" />
          </button>
        )}
      </div>
    </div>
  )
}
