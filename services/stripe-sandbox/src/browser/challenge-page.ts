import type { Database } from 'bun:sqlite'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Stripe } from 'stripe'
import { findChallenge, type Challenge, type Outcome } from '../ledger/challenges.ts'
import { find } from '../ledger/objects.ts'
import { toText } from '../rules/amounts.ts'
import { withPaymentResult } from '../rules/return-url.ts'
import { cardNameOf } from './card-name.ts'
import { showPage } from './page.ts'
import { settleChallenge } from './settle-challenge.ts'

interface Visit {
  intent: Stripe.PaymentIntent
  challenge: Challenge
}

/** The page of a 3D Secure challenge, for anyone with its full URL. */
export function showChallenge(c: Context, db: Database) {
  const visit = visitOf(c, db)
  if (visit === null) return showUnknown(c)
  return isOpen(visit) ? showForm(c, visit, cardNameOf(db, visit.intent)) : showOutcome(c, visit)
}

/** Settles the challenge once and redirects to the shop. */
export async function submitChallenge(c: Context, db: Database, onCommit: () => void) {
  const result = new URLSearchParams(await c.req.text()).get('result')
  const before = visitOf(c, db)
  if (before === null) return showUnknown(c)
  if (isOpen(before) && (result === 'succeed' || result === 'fail')) {
    settleChallenge(db, before.intent.id, result === 'succeed')
    onCommit()
  }
  return leave(c, visitOf(c, db) ?? before)
}

function visitOf(c: Context, db: Database): Visit | null {
  const id = c.req.param('id') ?? ''
  const challenge = findChallenge(db, id, c.req.query('key') ?? '')
  const intent = find(db, 'payment_intent', id)
  return challenge === null || intent === undefined ? null : { intent, challenge }
}

function isOpen({ intent, challenge }: Visit): boolean {
  return challenge.outcome === null && intent.status === 'requires_action'
}

function returnLink({ intent, challenge: { returnUrl, outcome } }: Visit): string | null {
  if (returnUrl === null || outcome === null || outcome === 'replaced') return null
  return withPaymentResult(returnUrl, intent, outcome)
}

function leave(c: Context, visit: Visit): Response {
  return c.redirect(returnLink(visit) ?? new URL(c.req.url).search, 303)
}

function showForm(c: Context, { intent, challenge }: Visit, card: string | null) {
  const { amount, currency, metadata } = intent
  const main = html`<div class="card">
    <h1 tabindex="-1">Confirm your payment</h1>
    <p class="amount">${toText(amount, currency)}</p>
    <dl>
      ${
        metadata['orderId']
          ? html`<dt>Order</dt>
              <dd>${metadata['orderId']}</dd>`
          : null
      }
      ${
        card === null
          ? null
          : html`<dt>Card</dt>
              <dd>${card}</dd>`
      }
    </dl>
    <form method="post">
      <p>This page stands in for the 3D Secure check of a bank. Choose how it ends.</p>
      <button name="result" value="succeed" id="test-source-authorize-3ds">
        Complete authentication
      </button>
      <button name="result" value="fail" class="quiet" id="test-source-fail-3ds">
        Fail authentication
      </button>
    </form>
  </div>`
  const { returnUrl } = challenge
  const formTarget = returnUrl === null ? '' : new URL(returnUrl).origin
  const frameScript = frameScriptOf(challenge)
  return showPage(c, { title: 'Confirm your payment', main, formTarget, frameScript })
}

/** Without a return URL, Stripe.js shows the page in a frame of the shop. */
function frameScriptOf({ returnUrl }: Challenge): string | undefined {
  return returnUrl === null ? '../elements/challenge.js' : undefined
}

const OUTCOMES: Record<Outcome, { title: string; text: string }> = {
  succeeded: { title: 'Payment confirmed', text: 'The check was passed and the card accepted.' },
  failed: {
    title: 'Payment not confirmed',
    text: 'The check was failed, or the card was declined after it. Nothing was charged.',
  },
}

const OVER = {
  title: 'This check has ended',
  text: 'The payment was confirmed again or has ended, so this page can no longer change it.',
}

function showOutcome(c: Context, visit: Visit) {
  const { outcome } = visit.challenge
  const isSettled = outcome === 'succeeded' || outcome === 'failed'
  const { title, text } = isSettled ? OUTCOMES[outcome] : OVER
  const address = returnLink(visit)
  const main = html`<div class="card">
    <h1>${title}</h1>
    <p>${text}</p>
    <p>
      ${address === null ? 'You can close this page.' : html`<a href="${address}">Back to the shop</a>`}
    </p>
  </div>`
  const frameScript = frameScriptOf(visit.challenge)
  return showPage(c, { title, main, frameScript }, isSettled ? 200 : 410)
}

function showUnknown(c: Context) {
  const title = 'No such check'
  const text = 'The address of this page is incomplete or invalid.'
  const main = html`<div class="card">
    <h1>${title}</h1>
    <p>${text}</p>
  </div>`
  return showPage(c, { title, main }, 404)
}
