import { bundle } from './bundle.ts' with { type: 'macro' }

/** Loaded by the shop in place of Stripe.js. */
export const STRIPE_SCRIPT: string = bundle('stripe')

/** Runs in the card form's frame. */
export const CARD_FORM_SCRIPT: string = bundle('card-form')

/** Runs in the page of a challenge. */
export const CHALLENGE_SCRIPT: string = bundle('challenge')
