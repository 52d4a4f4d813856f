import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import { guardPage, type Markup } from './page.ts'

interface Frame {
  title: string
  style: string
  /** The script's URL, relative to the page. */
  script: string
  body: Markup
}

/** Renders a page for an iframe of the shop; it loads only its script and the shop's fonts. */
export function showFrame(c: Context, { title, style, script, body }: Frame) {
  const nonce = crypto.randomUUID()
  guardPage(c, [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self' data:",
    'img-src data:',
    "connect-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ])
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <link rel="icon" href="data:," />
          <style nonce="${nonce}">
            ${raw(style)}
          </style>
          <script src="${script}" defer></script>
        </head>
        <body>
          ${body}
        </body>
      </html>`,
  )
}
