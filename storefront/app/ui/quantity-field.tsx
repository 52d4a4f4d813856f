import { useState } from 'react'
import { afterPress } from './after-press.ts'
import { Icon } from './icon.tsx'

interface QuantityFieldProps {
  /** The product, for those who hear the page. */
  name: string
  max: number
  /** The least that can be typed; the buttons stop at 1. */
  min?: 0 | 1
  quantity: number
  /** Called with each change at once. */
  onChange?: (quantity: number) => void
  id?: string
}

/** How many: typed, or one more and one less. */
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
  const set = (wanted: number) => {
    // Where somebody hears of changes, the quantity is theirs.
    setDraft(onChange === undefined ? String(wanted) : null)
    if (wanted !== quantity) onChange?.(wanted)
  }
  return (
    <div className="qty" role="group" aria-label={`Quantity of ${name}`}>
      <Step
        by={-1}
        label={`One ${name} less`}
        isOff={number <= 1}
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
      <Step
        by={1}
        label={`One ${name} more`}
        isOff={number >= max}
        onPress={() => set(number + 1)}
      />
    </div>
  )
}

/** What was typed, as far as it can be had; null when it is no quantity. */
function readQuantity(typed: string, min: number, max: number): number | null {
  const number = Number(typed)
  const isQuantity = typed.trim() !== '' && Number.isInteger(number) && number >= min
  return isQuantity ? Math.min(number, max) : null
}

interface StepProps {
  by: 1 | -1
  label: string
  isOff: boolean
  onPress: () => void
}

/** Off, it keeps the focus: a disabled button would lose it. */
function Step({ by, label, isOff, onPress }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onPress()
      }}
    >
      <Icon name={by > 0 ? 'plus' : 'minus'} />
    </button>
  )
}
