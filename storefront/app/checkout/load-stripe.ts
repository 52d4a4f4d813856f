import type { Stripe } from '@stripe/stripe-js'
import { loadStripe } from '@stripe/stripe-js/pure'

let loading: Promise<Stripe | null> | null = null

/** Stripe.js, loaded once; the sandbox's stand-in takes its place when its address is given. */
export function getStripe(key: string, standInUrl: string): Promise<Stripe | null> {
  loading ??= load(key, standInUrl).catch((error: unknown) => {
    // The next try may do better.
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
