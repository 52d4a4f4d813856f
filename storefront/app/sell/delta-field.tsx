import { useRef } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useHydrated } from '../ui/use-hydrated.ts'

interface DeltaFieldProps {
  defaultValue: string
  error: string | undefined
}

export function DeltaField({ defaultValue, error }: DeltaFieldProps) {
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
        5 if five arrived, −2 if two were lost.
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
          <button type="button" aria-label="Decrease by one" onClick={() => step(-1)}>
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
          <button type="button" aria-label="Increase by one" onClick={() => step(1)}>
            <Icon name="plus" />
          </button>
        )}
      </div>
    </div>
  )
}
