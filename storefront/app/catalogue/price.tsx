import { money } from '../lib/money.ts'

export function Price({ amount, was }: { amount: number; was?: number }) {
  return (
    <p className="price">
      {was !== undefined && <span className="sr">Now </span>}
      {money(amount)}
      {was !== undefined && (
        <del>
          <span className="sr">was </span>
          {money(was)}
        </del>
      )}
    </p>
  )
}
