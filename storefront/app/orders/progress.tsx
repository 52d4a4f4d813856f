import { Link } from '@remix-run/react'
import { isSettled } from '@shop/shared/contracts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { isUnpaid, orderStatus } from '../ui/order-status.ts'
import { Time } from '../ui/time.tsx'
import { stepsOf, type Step } from './timeline.ts'
import type { LiveOrder } from './use-live-order.ts'

const SPOKEN = { done: ', done', now: ', in progress', todo: ', not yet', ended: '' } as const

export function OrderProgress({
  order,
  connection,
  isOwner = true,
}: LiveOrder & { isOwner?: boolean }) {
  const steps = stepsOf(order)
  const current = steps.findLast(({ state }) => state !== 'todo')
  return (
    <section className="card stack g5" aria-labelledby="progress">
      <div className="row between">
        <h2 id="progress">Order status</h2>
        {connection === 'live' && <p className="live">Updates automatically</p>}
        {connection === 'none' && !isSettled(order) && (
          <Link className="btn text small" to="" reloadDocument>
            Refresh
          </Link>
        )}
      </div>
      {connection === 'lost' && (
        <Notice kind="warn">
          <p>
            Connection lost. Reconnecting… <a href="">Reload the page</a>
          </p>
        </Notice>
      )}
      <p className="sr" role="status">
        {current === undefined ? '' : `${current.name}. ${current.text} `}
        {order.status === 'Complete' && orderStatus(order).text}
      </p>
      <ol className="timeline">
        {steps.map((step, position) => (
          <TimelineStep key={position} step={step} />
        ))}
      </ol>
      {isOwner && isUnpaid(order) && (
        <Link className="btn big" to={`/checkout/${order.id}`}>
          Pay now
        </Link>
      )}
    </section>
  )
}

function TimelineStep({ step: { name, state, icon, text, at } }: { step: Step }) {
  return (
    <li className={state} {...(state === 'now' && { 'aria-current': 'step' as const })}>
      <span className="dot">
        <Icon name={icon} />
      </span>
      <strong>
        {name}
        <span className="sr">{SPOKEN[state]}</span>
      </strong>
      <p>
        {at !== undefined && (
          <>
            <Time at={at} show="time" />.{' '}
          </>
        )}
        {text}
      </p>
    </li>
  )
}
