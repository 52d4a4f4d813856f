import { Form, Link } from '@remix-run/react'
import { MAX_MESSAGE, RETURN_REASONS } from '@shop/shared/contracts'
import { TextareaField } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { REASONS, type Group } from './choices.ts'
import type { Selection } from './selection.ts'
import { SellerChoices } from './seller-choices.tsx'

interface ChooseProps {
  orderId: string
  groups: Group[]
  sellers: Record<string, string>
  selection: Selection
  /** Whether the second step was asked for without a choice. */
  isMissing: boolean
  /** Whether the address is in the EU, where the law names the button. */
  isEu: boolean
}

/** The first step: nothing happens yet. */
export function Choose({ orderId, groups, sellers, selection, isMissing, isEu }: ChooseProps) {
  const hasChoice = groups.some(({ choices }) => choices.length > 0)
  return (
    <Form method="get" className="give-back stack g5">
      <input type="hidden" name="step" value="confirm" />
      {isMissing && (
        <Notice kind="danger" live="alert">
          <p>Choose at least one item.</p>
        </Notice>
      )}
      {groups.map((group) => (
        <SellerChoices
          key={group.sellerId}
          group={group}
          seller={sellers[group.sellerId] ?? 'a seller'}
          selection={selection}
        />
      ))}
      {hasChoice ? (
        <section className="card stack" aria-labelledby="why">
          <Why selection={selection} />
          <div className="row">
            <button className="btn big">Continue</button>
            {isEu && (
              <button className="btn quiet big" name="withdraw" value="1">
                Withdraw from contract
              </button>
            )}
            <Link className="btn text" to={`/orders/${orderId}`}>
              Back to order
            </Link>
          </div>
          <p className="muted small">
            Nothing happens yet. You’ll see what you get back first.
            {isEu && ' You can withdraw within 14 days of delivery without giving a reason.'}
          </p>
        </section>
      ) : (
        <p>
          Nothing can go back anymore. Questions? <Link to="/contact">Contact us</Link>.
        </p>
      )}
    </Form>
  )
}

function Why({ selection: { reason, note } }: Pick<ChooseProps, 'selection'>) {
  return (
    <>
      <fieldset className="stack g2">
        <legend id="why">Why are you giving it back?</legend>
        {RETURN_REASONS.map((each) => (
          <label key={each} className="tick">
            <input type="radio" name="reason" value={each} defaultChecked={each === reason} />
            {REASONS[each]}
          </label>
        ))}
      </fieldset>
      <TextareaField
        label="Note to the sellers"
        name="note"
        isOptional
        rows={3}
        maxLength={MAX_MESSAGE}
        help={`Up to ${MAX_MESSAGE} characters. If something is damaged, say what you see.`}
        defaultValue={note}
      />
    </>
  )
}
