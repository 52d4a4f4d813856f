import type { LoaderFunctionArgs } from '@remix-run/node'
import { sitemap } from '../catalogue/sitemap.server.ts'

const CACHE = 'public, max-age=300'

export async function loader({ context }: LoaderFunctionArgs) {
  return new Response(await sitemap(context.api, context.origin), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': CACHE },
  })
}
