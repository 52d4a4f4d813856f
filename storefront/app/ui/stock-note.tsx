import { Icon } from './icon.tsx'

/** Up to this number the exact stock is shown. */
export const LOW_STOCK = 5

export function StockNote({ available }: { available: number }) {
  if (available <= 0) return <p className="stock out">Sold out</p>
  if (available <= LOW_STOCK)
    return (
      <p className="stock low">
        <Icon name="clock" />
        Only {available} left
      </p>
    )
  return (
    <p className="stock">
      <Icon name="check" />
      In stock
    </p>
  )
}
