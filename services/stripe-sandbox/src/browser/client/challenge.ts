/*
 * Runs in the page of a challenge. In Stripe.js's dialog it notifies the shop's page when the check
 * has ended; opened on its own, the page needs no script.
 */
const notify = (message: { challenge: 'ended' | 'abandoned' } | { height: number }) =>
  window.parent.postMessage(message, '*')

if (window.parent !== window) {
  if (document.querySelector('form') === null) notify({ challenge: 'ended' })
  else follow()
}

function follow(): void {
  document.querySelector('h1')?.focus()
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') notify({ challenge: 'abandoned' })
  })
  notify({ height: Math.ceil(document.body.getBoundingClientRect().height) })
}
