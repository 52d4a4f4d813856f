import { Link } from '@remix-run/react'
import { orderNumber, type LedgerReason, type StockMoveResponse } from '@shop/shared/contracts'
import type { InferOutput } from 'valibot'
import { Time } from '../ui/time.tsx'
import { REASON_NAMES, formatCount, signed } from './labels.ts'

type StockMove = InferOutput<typeof StockMoveResponse>

const NAMES: Record<LedgerReason, string> = {
  ...REASON_NAMES,
  opening: 'First stock',
  edit: 'Edited',
  sale: 'Sold',
  return: 'Returned',
  import: 'Imported',
}

/** Every change of a product's stock, with the stock after it. */
export function Ledger({ moves }: { moves: StockMove[] }) {
  return (
    <table className="ledger">
      <caption className="sr">Stock changes, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Why</th>
          <th scope="col" className="r">
            Change
          </th>
          <th scope="col" className="r">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ id, at, reason, orderId, delta, after }) => (
          <tr key={id}>
            <td>
              <Time at={at} show="moment" />
            </td>
            <td>
              {orderId === undefined ? (
                NAMES[reason]
              ) : (
                <Link to={`/sell/orders/${orderId}`}>
                  {NAMES[reason]}
                  <span className="sr">, order {orderNumber(orderId)}</span>
                </Link>
              )}
            </td>
            <td className="r">{signed(delta)}</td>
            <td className="r">{formatCount(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
