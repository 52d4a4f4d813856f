import { bundle } from './bundle.ts' with { type: 'macro' }

/** What the shop's page loads in place of Stripe.js. */
export const STRIPE_SCRIPT: string = bundle('stripe')

/** What runs in the card form's frame. */
export const CARD_FORM_SCRIPT: string = bundle('card-form')

/** What runs in the page of a challenge. */
export const CHALLENGE_SCRIPT: string = bundle('challenge')
