import { useState } from 'react'
import { Icon } from './icon.tsx'

interface QuantityFieldProps {
  /** The product, for those who hear the page. */
  name: string
  max: number
  defaultValue: number
  /** Told of each change at once. */
  onChange?: (quantity: number) => void
  id?: string
}

/** How many: typed, or one more and one less. */
export function QuantityField({
  name,
  max,
  defaultValue,
  onChange,
  id = 'quantity',
}: QuantityFieldProps) {
  const [value, setValue] = useState(String(defaultValue))
  const number = Number(value)
  const set = (next: number) => {
    const within = Math.max(1, Math.min(max, Math.trunc(next) || 1))
    setValue(String(within))
    onChange?.(within)
  }
  return (
    <div className="qty" role="group" aria-label={`Quantity of ${name}`}>
      <button
        type="button"
        aria-label={`One ${name} less`}
        disabled={number <= 1}
        onClick={() => set(number - 1)}
      >
        <Icon name="minus" />
      </button>
      <input
        id={id}
        name="quantity"
        type="number"
        inputMode="numeric"
        aria-label="Quantity"
        min={1}
        max={max}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onBlur={() => set(number)}
      />
      <button
        type="button"
        aria-label={`One ${name} more`}
        disabled={number >= max}
        onClick={() => set(number + 1)}
      >
        <Icon name="plus" />
      </button>
    </div>
  )
}
