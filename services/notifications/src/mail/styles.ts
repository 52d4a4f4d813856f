// Inline, because many mail programs drop style sheets; the one sheet is only for dark mode.
const TEXT = 'color: #1d2420;'
const MUTED = 'color: #5b6059;'
const BRAND = '#1c5b49'
const LINE = '1px solid #e4dccf'

export const STYLES = {
  body: 'margin: 0; padding: 0; background: #fbf8f2;',
  page: 'background: #fbf8f2; padding: 24px 12px;',
  preview:
    'display: none; max-height: 0; overflow: hidden; font-size: 1px; line-height: 1px; color: transparent;',
  column: `max-width: 600px; margin: 0 auto; font-family: Figtree, system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5; overflow-wrap: anywhere; ${TEXT}`,
  mark: `margin: 0 0 20px; font-size: 22px; font-weight: 700; letter-spacing: -0.03em; ${TEXT}`,
  dot: `color: ${BRAND};`,
  card: `background: #ffffff; border: ${LINE}; border-radius: 18px; padding: 24px 20px;`,
  title: `margin: 0 0 8px; font-size: 26px; line-height: 1.2; letter-spacing: -0.02em; ${TEXT}`,
  heading: `margin: 24px 0 8px; padding-top: 20px; border-top: ${LINE}; font-size: 18px; line-height: 1.3; ${TEXT}`,
  text: `margin: 0 0 12px; font-size: 16px; ${TEXT}`,
  muted: `margin: 0 0 12px; font-size: 15px; ${MUTED}`,
  link: `color: ${BRAND}; text-decoration: underline;`,
  whole: 'white-space: nowrap;',
  buttonLine: 'margin: 20px 0 12px;',
  button: `display: inline-block; padding: 14px 26px; border-radius: 999px; background: ${BRAND}; color: #ffffff; font-size: 16px; font-weight: 600; line-height: 1.2; text-decoration: none;`,
  row: `overflow: hidden; padding: 7px 0; ${TEXT}`,
  value: 'float: right; padding-left: 16px; font-weight: 600; white-space: nowrap;',
  label: 'font-weight: 600;',
  plainLabel: 'font-weight: 400;',
  detail: `font-size: 15px; ${MUTED}`,
  sums: `border-top: ${LINE}; margin-top: 8px; padding-top: 8px;`,
  quote: `margin: 0 0 12px; padding: 12px 16px; border-radius: 12px; background: #f1ece2; font-size: 16px; white-space: pre-line; ${TEXT}`,
  footer: `padding: 20px 4px 0; font-size: 14px; line-height: 1.5; ${MUTED}`,
  footerLine: 'margin: 0 0 8px;',
}

export const DARK = `:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .m-bg { background: #141816 !important; }
  .m-card { background: #1c211e !important; border-color: #333b36 !important; }
  .m-text { color: #f2efe8 !important; }
  .m-muted { color: #b4b8af !important; }
  .m-link { color: #86d3b3 !important; }
  .m-btn { background: #86d3b3 !important; color: #0c2a20 !important; }
  .m-line { border-color: #333b36 !important; }
  .m-quote { background: #262d29 !important; color: #f2efe8 !important; }
}`
