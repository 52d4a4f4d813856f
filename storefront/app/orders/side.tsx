import { Form, Link, useNavigation } from '@remix-run/react'
import { doneRefunds, toDecimal, toMinorUnits, type OrderResponse } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'
import { money } from '../lib/money.ts'
import { AddressText } from '../ui/address-text.tsx'
import { cardText } from '../ui/card-text.ts'
import { FaultNotice } from '../ui/fault-notice.tsx'
import { isFinal } from '../ui/order-status.ts'
import { Submit } from '../ui/submit.tsx'
import { sumOf } from './money-text.ts'
import { Receipt } from './receipt.tsx'

interface OrderSideProps {
  order: OrderResponse
  canCancel: boolean
  isConfirming: boolean
  fault: FormFault | undefined
}

export function OrderSide({ order, canCancel, isConfirming, fault }: OrderSideProps) {
  const { address, email } = order
  return (
    <div className="stack g5">
      {address !== undefined && (
        <section className="card stack g3" aria-labelledby="to">
          <h2 id="to" className="small-title">
            Shipping address
          </h2>
          <div className="small">
            <AddressText address={address} />
            {email !== undefined && <p className="muted">{email}</p>}
          </div>
        </section>
      )}
      <Payment order={order} />
      {canCancel && !isFinal(order) && <Cancel isConfirming={isConfirming} fault={fault} />}
      {order.status === 'Complete' && <Receipt hasEmail={email !== undefined} />}
    </div>
  )
}

function Payment({ order: { payment, status, total, refunds } }: { order: OrderResponse }) {
  if (payment === undefined) return null
  const back = sumOf(doneRefunds(refunds))
  const paid = toDecimal(toMinorUnits(total) - toMinorUnits(back))
  const state = {
    Created: `${money(total)} on hold, not charged yet`,
    Complete: `${money(total)} charged`,
    Cancelled: 'Not charged',
  }[status]
  return (
    <section className="card stack g3" aria-labelledby="paid">
      <h2 id="paid" className="small-title">
        Payment
      </h2>
      <p className="small">
        {cardText(payment)}
        <br />
        <span className="muted">
          {back > 0 ? `${money(total)} charged, ${money(back)} refunded` : state}
        </span>
        {back > 0 && (
          <>
            <br />
            <strong>You’ve paid {money(paid)}</strong>
          </>
        )}
      </p>
    </section>
  )
}

function Cancel({ isConfirming, fault }: Pick<OrderSideProps, 'isConfirming' | 'fault'>) {
  const { state } = useNavigation()
  return (
    <section className="card stack g3" aria-labelledby="cancel">
      <h2 id="cancel" className="small-title">
        {isConfirming ? 'Cancel this order?' : 'Changed your mind?'}
      </h2>
      <p className="small muted">
        {isConfirming
          ? 'Any hold on your card is released right away. This can’t be undone.'
          : 'You can cancel until your card is charged.'}
      </p>
      <FaultNotice fault={fault} />
      {isConfirming ? (
        <Form method="post" className="row">
          <Link className="btn quiet" to="?" replace preventScrollReset>
            Keep order
          </Link>
          <Submit className="danger" isPending={state !== 'idle'} pendingText="Canceling…">
            Cancel order
          </Submit>
        </Form>
      ) : (
        <Link className="btn danger" to="?cancel=1#cancel" replace preventScrollReset>
          Cancel order
        </Link>
      )}
    </section>
  )
}
