import { Form } from '@remix-run/react'
import {
  ANSWER_MS,
  MAX_MESSAGE,
  WITHDRAWAL_MS,
  type SoldOrderResponse,
} from '@shop/shared/contracts'
import type { FormFault } from '../../forms/parse-form.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextareaField } from '../../ui/field.tsx'
import { isBeforeSending } from '../../ui/line-back.ts'
import { partsText } from '../../ui/parts-text.ts'
import { Said } from '../../ui/said.tsx'
import { Submit } from '../../ui/submit.tsx'
import { Time } from '../../ui/time.tsx'
import { usePending } from '../../ui/use-pending.ts'
import { REASON_TEXTS, RETURN_TITLES } from './labels.ts'

type Return = SoldOrderResponse['returns'][number]

interface ReturnCardProps {
  order: SoldOrderResponse
  asked: Return
  fault: FormFault | undefined
  /** Where returns go, from the seller's profile. */
  returnAddress?: string
}

/** A return of the seller's items: to answer first, then to refund when the goods are back. */
export function ReturnCard({ order, asked, fault, returnAddress = '' }: ReturnCardProps) {
  const { id, status, lines, reason, note, answer, askedAt } = asked
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id} className="small-title">
        {isBeforeSending(asked, order.refunds)
          ? 'Given back before it was sent'
          : RETURN_TITLES[status]}
        : {partsText(order, lines)}
      </h2>
      <p className="small">
        {REASON_TEXTS[reason]}, <Time at={askedAt} show="moment" />.
      </p>
      {note !== undefined && <Said who="The buyer wrote:">{note}</Said>}
      {answer !== undefined && <Said who="You wrote:">{answer}</Said>}
      {status === 'Asked' && (
        <AnswerForm order={order} asked={asked} fault={fault} returnAddress={returnAddress} />
      )}
      {(status === 'Asked' || status === 'Accepted') && (
        <GoodsBack id={id} isAccepted={status === 'Accepted'} />
      )}
    </section>
  )
}

function AnswerForm({ order, asked, fault, returnAddress }: ReturnCardProps) {
  const isPending = usePending('answer')
  const own = fault?.values['return'] === asked.id ? fault : undefined
  const until = new Date(Date.parse(asked.askedAt) + ANSWER_MS).toISOString()
  const canRefuse = isLate(order, asked)
  const noteId = `note-${asked.id}`
  return (
    <Form method="post" noValidate className="stack" preventScrollReset>
      <ErrorSummary fault={own} idOf={(name) => (name === 'note' ? noteId : name)} />
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="return" value={asked.id} />
      <p className="muted small">
        Without an answer, it is accepted on <Time at={until} show="day" />.
        {!canRefuse && ' Within 14 days of the delivery it can’t be refused.'}
      </p>
      <TextareaField
        label="Note to the buyer"
        name="note"
        id={noteId}
        rows={3}
        maxLength={MAX_MESSAGE}
        help="Where to send it, or why not. They read it on their order’s page and in an email."
        defaultValue={own?.values['note'] ?? returnAddress}
        error={own?.fields['note']}
      />
      <div className="row">
        <Submit name="answer" value="accepted" isPending={isPending} pendingText="Saving…">
          Accept return
        </Submit>
        {canRefuse && (
          <Submit
            className="danger"
            name="answer"
            value="refused"
            isPending={isPending}
            pendingText="Saving…"
          >
            Refuse
          </Submit>
        )}
      </div>
    </Form>
  )
}

/** Whether the return was requested after the period in which it cannot be refused. */
function isLate({ parcels: [parcel] }: SoldOrderResponse, { askedAt }: Return): boolean {
  const deliveredAt = parcel?.deliveredAt
  return deliveredAt !== undefined && Date.parse(askedAt) > Date.parse(deliveredAt) + WITHDRAWAL_MS
}

function GoodsBack({ id, isAccepted }: { id: string; isAccepted: boolean }) {
  const isPending = usePending('goods-back')
  return (
    <Form method="post" className="goods-back row" preventScrollReset>
      <input type="hidden" name="intent" value="goods-back" />
      <input type="hidden" name="return" value={id} />
      {!isAccepted && <p className="small">Is it back with you already?</p>}
      <label className="tick">
        <input type="checkbox" name="restock" defaultChecked />
        Put back in stock
      </label>
      <Submit className="quiet" isPending={isPending} pendingText="Refunding…">
        It’s back: refund it
      </Submit>
      {isAccepted && (
        <Submit
          className="text"
          name="never"
          value="1"
          isPending={isPending}
          pendingText="Refunding…"
        >
          It never came: refund anyway
        </Submit>
      )}
    </Form>
  )
}
