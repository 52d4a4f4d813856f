/** @jsxImportSource hono/jsx */
import { SHOP } from '@shop/shared/contracts'
import { renderToString } from 'hono/jsx/dom/server'
import { blockOf, inlineOf } from './blocks.tsx'
import type { Content } from './content.ts'
import { footerLinks, reasonFor } from './footer.ts'
import type { Links } from './links.ts'
import { DARK, STYLES } from './styles.ts'

/** Writes a mail as HTML: one column without tables and pictures. */
export function toHtml(content: Content, links: Links): string {
  return `<!doctype html>${renderToString(<Mail content={content} links={links} />)}`
}

function Mail({ content, links }: { content: Content; links: Links }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{content.subject}</title>
        <style>{DARK}</style>
      </head>
      <body class="m-bg" style={STYLES.body}>
        <main class="m-bg" style={STYLES.page}>
          <p style={STYLES.preview}>{content.preview}</p>
          <div class="m-text" style={STYLES.column}>
            <Mark />
            <div class="m-card" style={STYLES.card}>
              <h1 class="m-text" style={STYLES.title}>
                {content.title}
              </h1>
              {content.blocks.map(blockOf)}
            </div>
            <Footer content={content} links={links} />
          </div>
        </main>
      </body>
    </html>
  )
}

function Mark() {
  return (
    <p class="m-text" style={STYLES.mark}>
      <span aria-hidden="true" class="m-link" style={STYLES.dot}>
        ●
      </span>{' '}
      {SHOP.name}
    </p>
  )
}

function Footer({ content, links }: { content: Content; links: Links }) {
  const pages = footerLinks(content.audience, links)
  return (
    <div class="m-muted" style={STYLES.footer}>
      <p style={STYLES.footerLine}>{reasonFor(content.audience)}</p>
      <p style={STYLES.footerLine}>
        {SHOP.name}, {SHOP.address}.{' '}
        {pages.map((link, index) => [index > 0 && ' · ', inlineOf(link)])}
      </p>
    </div>
  )
}
