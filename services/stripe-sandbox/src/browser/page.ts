import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { STYLE } from './style.ts'

export type Markup = ReturnType<typeof html>

interface Page {
  title: string
  main: Markup
  /** Where else than to the sandbox the page's form may lead, as browsers check redirects too. */
  formTarget?: string
}

/** Answers with a page that runs no script, is in no frame and loads nothing but itself. */
export function showPage(c: Context, page: Page, status: ContentfulStatusCode = 200) {
  const nonce = crypto.randomUUID()
  c.header('content-security-policy', policy(nonce, page.formTarget))
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  c.header('x-content-type-options', 'nosniff')
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${page.title} · Stripe sandbox</title>
          <link rel="icon" href="data:," />
          <style nonce="${nonce}">
            ${raw(STYLE)}
          </style>
        </head>
        <body>
          <header>
            <p>Stripe sandbox <span>test payments only, no real money</span></p>
          </header>
          <main>${page.main}</main>
        </body>
      </html>`,
    status,
  )
}

function policy(nonce: string, formTarget = ''): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    `form-action 'self' ${formTarget}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
