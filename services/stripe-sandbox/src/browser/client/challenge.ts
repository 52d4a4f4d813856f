/*
 * Runs in the page of a challenge. In Stripe.js's dialog it tells the shop's page when the check
 * is over; opened on its own, the page needs no script.
 */
const tell = (message: { challenge: 'over' | 'given-up' } | { height: number }) =>
  window.parent.postMessage(message, '*')

if (window.parent !== window) {
  if (document.querySelector('form') === null) tell({ challenge: 'over' })
  else follow()
}

function follow(): void {
  document.querySelector('h1')?.focus()
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') tell({ challenge: 'given-up' })
  })
  tell({ height: Math.ceil(document.body.getBoundingClientRect().height) })
}
