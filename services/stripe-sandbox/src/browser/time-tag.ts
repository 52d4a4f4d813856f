import { html } from 'hono/html'

/** A moment for people and programs, to the second. */
export function timeTag(milliseconds: number) {
  const iso = new Date(milliseconds).toISOString()
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')}</time>`
}
