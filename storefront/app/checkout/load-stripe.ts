import type { Stripe } from '@stripe/stripe-js'
import { loadStripe } from '@stripe/stripe-js/pure'

let loading: Promise<Stripe | null> | null = null

/** Loads Stripe.js once, or the sandbox's stand-in when its URL is given. */
export function loadStripeOnce(key: string, standInUrl: string): Promise<Stripe | null> {
  loading ??= load(key, standInUrl).catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}

async function load(key: string, standInUrl: string): Promise<Stripe | null> {
  if (standInUrl !== '' && !('Stripe' in window)) await addScript(standInUrl)
  return loadStripe(key)
}

function addScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => reject(new Error('the card form could not be loaded')))
    document.head.append(script)
  })
}
