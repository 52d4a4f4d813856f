import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { commonHeaders } from '@shop/shared/http'

const PROBLEMS: Record<number, { code: string; detail: string }> = {
  400: { code: 'malformed-body', detail: 'The request cannot be read' },
  404: { code: 'not-found', detail: 'There is nothing at this address' },
  405: { code: 'not-found', detail: 'This address is for reading only' },
  408: { code: 'unavailable', detail: 'The request took too long to arrive' },
  413: { code: 'payload-too-large', detail: 'The body is too large' },
  414: { code: 'malformed-body', detail: 'The address is too long' },
  429: { code: 'too-many-requests', detail: 'Too many requests came from your address' },
  431: { code: 'malformed-body', detail: 'The headers are too large' },
  500: { code: 'internal', detail: 'An unexpected error occurred' },
  501: { code: 'malformed-body', detail: 'The request cannot be read' },
  502: { code: 'unavailable', detail: 'Please try again in a moment' },
  503: { code: 'unavailable', detail: 'Please try again in a moment' },
  504: { code: 'unavailable', detail: 'Please try again in a moment' },
  505: { code: 'malformed-body', detail: 'The request cannot be read' },
}

const STATUSES = Object.keys(PROBLEMS).map(Number)

/** nginx maps for the front door's own errors: problem+json below /api, an HTML page elsewhere. */
export function errorMaps(): string {
  const bodies = STATUSES.map(
    (status) => `  map $door_api $door_body_${status} {
    1 '${problem(status)}';
    default '${page(status)}';
  }`,
  )
  return `  map $request_uri $door_api { ~^/api(/|\\?|$) 1; default 0; }
  map $door_api $door_type { 1 application/problem+json; default "text/html; charset=utf-8"; }
${bodies.join('\n')}`
}

const STYLE = 'body{font:1rem/1.5 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem}'
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** The same headers as the services' responses. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': commonHeaders.referrerPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': commonHeaders.xFrameOptions,
}
const HSTS = { 'Strict-Transport-Security': commonHeaders.strictTransportSecurity }
const RETRY_AFTER_S = 1

/** The part of a server block that sends the front door's own errors; responses of services pass through. */
export function errorLocations({ isPublic }: { isPublic: boolean }): string {
  const headers = { ...HEADERS, ...(isPublic ? HSTS : {}) }
  return STATUSES.map((status) => {
    const all = {
      'Content-Type': '$door_type',
      'X-Request-Id': '$door_request_id',
      ...headers,
      ...(status === 429 ? { 'Retry-After': String(RETRY_AFTER_S) } : {}),
    }
    const lines = Object.entries(all).map(
      ([name, value]) => `add_header ${name} "${value}" always;`,
    )
    return `    error_page ${status === 431 ? '494 =431' : status} /.door/${status};
    location = /.door/${status} {
      internal;
      client_max_body_size 0;
      default_type "";
      ${lines.join('\n      ')}
      return ${status} $door_body_${status};
    }`
  }).join('\n')
}

function problem(status: number): string {
  const { code, detail } = PROBLEMS[status] ?? { code: 'internal', detail: '' }
  return JSON.stringify({
    type: `/problems/${code}`,
    title: STATUS_CODES[status],
    status,
    detail,
    requestId: '$door_request_id',
    errors: [{ message: detail }],
  })
}

function page(status: number): string {
  const title = STATUS_CODES[status]
  const detail = PROBLEMS[status]?.detail
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style><body><h1>${title}</h1><p>${detail}.</p><p><a href="/">Go to the shop</a></p><p><small>${status} · $door_request_id</small></p></body></html>`
}
