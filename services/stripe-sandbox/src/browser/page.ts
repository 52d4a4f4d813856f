import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { STYLE } from './style.ts'

export type Markup = ReturnType<typeof html>

interface Page {
  title: string
  main: Markup
  /** Another origin that the form may redirect to, since browsers check redirects, too. */
  formTarget?: string
  /** The script of a page shown in a frame of the shop; other pages have none. */
  frameScript?: string | undefined
}

/** Renders a page that loads no resources and allows framing only with a frame script. */
export function showPage(c: Context, page: Page, status: ContentfulStatusCode = 200) {
  const nonce = crypto.randomUUID()
  guardPage(c, policy(nonce, page))
  return c.html(
    html`<!doctype html>
      <html lang="en" data-scheme="${c.req.query('scheme') ?? ''}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${page.title} · Stripe sandbox</title>
          <link rel="icon" href="data:," />
          <style nonce="${nonce}">
            ${raw(STYLE)}
          </style>
          ${page.frameScript === undefined ? null : html`<script src="${page.frameScript}" defer></script>`}
        </head>
        <body>
          <header>
            <p>Stripe sandbox <span>test payments only, no real money</span></p>
          </header>
          <main aria-label="${page.title}">${page.main}</main>
        </body>
      </html>`,
    status,
  )
}

/** Sets the security headers of a page. */
export function guardPage(c: Context, directives: string[]): void {
  c.header('content-security-policy', directives.join('; '))
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  c.header('x-content-type-options', 'nosniff')
}

function policy(nonce: string, { formTarget = '', frameScript }: Page): string[] {
  const isFramed = frameScript !== undefined
  return [
    "default-src 'none'",
    ...(isFramed ? ["script-src 'self'"] : []),
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    `form-action 'self' ${formTarget}`.trim(),
    `frame-ancestors ${isFramed ? "'self'" : "'none'"}`,
    "base-uri 'none'",
  ]
}

/** A time to the second. */
export function timeTag(milliseconds: number) {
  const iso = new Date(milliseconds).toISOString()
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')}</time>`
}
