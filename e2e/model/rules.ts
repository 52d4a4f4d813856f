/** The removable rules of the checkout: what happens without each. */
export const RULES = {
  'republish-result': 'payment:authorized for a decided reservation does not republish the result',
  'republish-authorized': 'the sweeper does not republish payment:authorized',
  'attempt-number': 'two attempts share one idempotency key',
  'available-guard': 'a seller may remove stock that is held',
  'cancel-again': 'payment:created for a cancelled order does not republish order:cancelled',
  'cancel-intent': 'a cancelled payment does not cancel its PaymentIntent',
  'cancel-when-found': 'an authorization found after the payment was cancelled is not released',
  'canceled-intent': 'a PaymentIntent canceled by Stripe is noticed in Capturing only',
  'capture-key-per-try':
    'every try of a capture has the same key: its failure is replayed for a day',
  'capturing-state': 'the money is captured without the state Capturing',
  'carry-applied': 'the user’s cart does not know what was taken out of the guest cart',
  'cart-once': 'a payment may be taken out of the cart twice',
  'claim-guard': 'a claim does not require available ≥ quantity',
  'commit-before-restock': 'payment:refunded releases a Reserved reservation instead of selling it',
  'confirming-until': 'two attempts may run at the same time',
  'copy-first': 'order:cancelled reads the payment before it writes the copy',
  'count-release': 'a release counts only when it finds a hold',
  'edit-guard': 'PUT writes the absolute quantity',
  'counters-first':
    'a claim reads the counters after the insert, without looking at the reservation again',
  'final-orders': 'a cancelled order may be completed, a complete one cancelled',
  'flag-before-fold': 'the guest cart is folded first and flagged afterwards',
  'fold-first': 'a payment is taken out of the user’s cart before the guest cart is in it',
  'fold-once': 'a guest cart may be folded in twice',
  'follow-merge': 'a guest’s payment is taken out of the guest cart only',
  'frozen-cart': 'a guest cart still changes after it is flagged',
  'give-up': 'an old authorization is never released',
  'hold-dedupe': 'a claim does not check for an existing hold of the payment',
  'late-cancel-refund': 'a captured payment of a cancelled order is not refunded',
  'list-refunds': 'a refund is not looked up before a retry',
  'one-intent': 'every attempt creates its own PaymentIntent',
  'move-again': 'a reservation inserted right after a cancellation missed it is not cancelled',
  'order-tombstone': 'order:cancelled before order:created leaves no tombstone',
  outbox: 'events are published from memory, not from an outbox',
  'product-order': 'lines are claimed in any order',
  republish: 'events are published once',
  'react-to-stale': 'a stale order:cancelled is acknowledged without its reaction',
  'read-copy-again': 'the copy is not read again after the insert',
  'recorded-webhooks':
    'a webhook is ignored when this process has written the payment, whatever it reports',
  'refund-key-per-try':
    'every try of a refund has the same key, so its failure is replayed for a day',
  'refund-the-rest': 'a late cancellation refunds the total despite earlier refunds',
  'reservation-tombstone': 'payment:cancelled before the reservation leaves no tombstone',
  'restock-once': 'restocks are not recorded by refund',
  'settled-guard': 'a claim does not compare the counter',
  'store-guard': 'the PaymentIntent is stored and confirmed in any state',
  'sweep-Authorized': 'no sweeper for Authorized',
  'sweep-Cancelling': 'no sweeper for Cancelling',
  'sweep-Capturing': 'no sweeper for Capturing',
  'sweep-Committing': 'no sweeper for Committing',
  'sweep-Pending': 'no sweeper for Pending',
  'sweep-Refunding': 'no sweeper for Refunding',
  'sweep-Releasing': 'no sweeper for Releasing',
  'sweep-Reserving': 'no sweeper for Reserving',
  'sweep-old-orders': 'orders older than 24 h are not cancelled',
  'sweep-refunds': 'no sweeper for partial refunds',
  'publish-release': 'product:updated is published after a sale, but not after a release',
  'version-check': 'an older product:updated overwrites a newer one',
  'wait-for-capture': 'order:cancelled on Capturing is acknowledged',
} as const

export type Rule = keyof typeof RULES

/** Whether a text names a rule. */
export function isRule(text: string): text is Rule {
  return Object.hasOwn(RULES, text)
}
