import { Icon } from './icon.tsx'

/** Up to how many pieces the number is told. */
export const LOW_STOCK = 5

/** How much there is: told exactly when it is little. */
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
