import type { Api } from '../api/client.server.ts'
import { listProducts } from '../api/products.server.ts'
import { safePath } from '../lib/safe-path.ts'

const PICTURES = 9

/** Where somebody goes on who has signed in: where they came from. */
export function nextOf(request: Request): string {
  return safePath(new URL(request.url).searchParams.get('next'), '/')
}

/** Pictures for the wall beside the form; none are missed if they do not come. */
export async function wallPictures(api: Api): Promise<string[]> {
  try {
    const { items } = await listProducts(api, new URLSearchParams({ limit: '24' }))
    return items.flatMap(({ imageUrl }) => imageUrl ?? []).slice(0, PICTURES)
  } catch {
    return []
  }
}
