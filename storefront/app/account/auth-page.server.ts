import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'
import { safePath } from '../lib/safe-path.ts'

const PICTURES = 9

/** Where to go after signing in. */
export function nextOf(request: Request): string {
  return safePath(new URL(request.url).searchParams.get('next'), '/')
}

/** Decorative pictures beside the form; the page works without them. */
export async function collagePictures(api: Api): Promise<string[]> {
  try {
    const { items } = await listProducts(api, new URLSearchParams({ limit: '24' }))
    return items.flatMap(({ imageUrl }) => imageUrl ?? []).slice(0, PICTURES)
  } catch {
    return []
  }
}
