import { money } from '../../lib/money.ts'
import { Picture } from '../../ui/picture.tsx'
import type { Choice, Group } from './choices.ts'
import type { Selection } from './selection.ts'

interface SellerChoicesProps {
  group: Group
  seller: string
  selection: Selection
}

export function SellerChoices({ group, seller, selection }: SellerChoicesProps) {
  const { isUnsent, choices, closed } = group
  return (
    <section className="card">
      <fieldset className="stack">
        <legend>From {seller}</legend>
        {choices.length > 0 && (
          <p className="muted small">
            {isUnsent
              ? 'Not sent yet: we’ll refund you right away.'
              : 'Already sent: you’ll send it back, then get your refund.'}
          </p>
        )}
        <ul className="choose">
          {choices.map((choice) => (
            <ChoiceLine key={choice.item.productId} choice={choice} selection={selection} />
          ))}
          {closed.map(({ item, why }) => (
            <li key={item.productId} className="gone">
              <span className="pick">
                <span />
                <Picture url={item.imageUrl} alt="" view="thumb" />
                <span>
                  <strong>{item.title}</strong>
                  <br />
                  <span className="muted">{why}</span>
                </span>
              </span>
            </li>
          ))}
        </ul>
      </fieldset>
    </section>
  )
}

function ChoiceLine({ choice, selection }: { choice: Choice; selection: Selection }) {
  const { item, left } = choice
  const chosen = selection.lines.find(({ productId }) => productId === item.productId)
  const isPartly = left < item.quantity
  return (
    <li>
      <label className="pick">
        <input
          type="checkbox"
          name="line"
          value={item.productId}
          defaultChecked={chosen !== undefined}
        />
        <Picture url={item.imageUrl} alt="" view="thumb" />
        <span>
          <strong>{item.title}</strong>
          <br />
          <span className="muted num">
            {money(item.price)}
            {item.quantity > 1 && ' each'}
            {isPartly && ` · ${left} of ${item.quantity} can still go back`}
          </span>
        </span>
      </label>
      {left > 1 && (
        <label className="row">
          <span className="muted">
            Quantity<span className="sr"> of {item.title}</span>
          </span>
          <select
            className="input compact"
            name={`q-${item.productId}`}
            defaultValue={chosen?.quantity ?? left}
          >
            {Array.from({ length: left }, (_, n) => (
              <option key={n}>{n + 1}</option>
            ))}
          </select>
        </label>
      )}
    </li>
  )
}
