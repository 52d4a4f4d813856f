import type { LoaderFunctionArgs } from '@remix-run/node'

const PRIVATE = ['/api', '/cart', '/checkout', '/orders', '/account', '/auth', '/sell']
const CACHE = 'public, max-age=3600'

export function loader({ context }: LoaderFunctionArgs) {
  const rules = PRIVATE.map((path) => `Disallow: ${path}`)
  const lines = ['User-agent: *', ...rules, '', `Sitemap: ${context.origin}/sitemap.xml`, '']
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': CACHE },
  })
}
