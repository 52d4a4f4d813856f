import { useState } from 'react'
import { afterPress } from './after-press.ts'
import { Icon } from './icon.tsx'

interface QuantityFieldProps {
  /** The product, for screen readers. */
  name: string
  max: number
  /** The minimum that can be typed; the buttons stop at 1. */
  min?: 0 | 1
  quantity: number
  onChange?: (quantity: number) => void
  id?: string
}

export function QuantityField({
  name,
  max,
  min = 1,
  quantity,
  onChange,
  id = 'quantity',
}: QuantityFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const typed = draft ?? String(quantity)
  const number = readQuantity(typed, min, max) ?? quantity
  const set = (next: number) => {
    // With onChange, the parent owns the quantity.
    setDraft(onChange === undefined ? String(next) : null)
    if (next !== quantity) onChange?.(next)
  }
  return (
    <div className="qty" role="group" aria-label={`Quantity of ${name}`}>
      <StepButton
        by={-1}
        label={`One less of ${name}`}
        isDisabled={number <= 1}
        onPress={() => set(number - 1)}
      />
      <input
        id={id}
        name="quantity"
        type="number"
        inputMode="numeric"
        aria-label="Quantity"
        min={min}
        max={max}
        value={typed}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => afterPress(() => set(number))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && onChange !== undefined) set(number)
        }}
      />
      <StepButton
        by={1}
        label={`One more of ${name}`}
        isDisabled={number >= max}
        onPress={() => set(number + 1)}
      />
    </div>
  )
}

/** The typed quantity, capped at what is available; null when it isn't one. */
function readQuantity(typed: string, min: number, max: number): number | null {
  const number = Number(typed)
  const isQuantity = typed.trim() !== '' && Number.isInteger(number) && number >= min
  return isQuantity ? Math.min(number, max) : null
}

interface StepButtonProps {
  by: 1 | -1
  label: string
  isDisabled: boolean
  onPress: () => void
}

/** Stays focusable at the limit: a disabled button would lose the focus. */
function StepButton({ by, label, isDisabled, onPress }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isDisabled}
      onClick={() => {
        if (!isDisabled) onPress()
      }}
    >
      <Icon name={by > 0 ? 'plus' : 'minus'} />
    </button>
  )
}
