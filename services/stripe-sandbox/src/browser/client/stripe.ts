import { createStripe } from './shop/create-stripe.ts'

/** The release that @stripe/stripe-js of this API version expects. */
const RELEASE_TRAIN = 'endive'

const { src } = document.currentScript as HTMLScriptElement
const base = new URL('.', src)
const Stripe = (key: unknown) => createStripe(base, key)
Object.assign(window, { Stripe: Object.assign(Stripe, { version: RELEASE_TRAIN }) })
