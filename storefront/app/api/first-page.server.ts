import { isRefusal } from './refusal.server.ts'

/** A page of a list; an invalid or outdated cursor falls back to the first page. */
export async function orFirstPage<T extends { items: readonly unknown[] }>(
  cursor: string | null,
  list: (cursor: string | null) => Promise<T>,
): Promise<T & { isFirst: boolean }> {
  const page = cursor === null ? null : await list(cursor).catch(nullIfRefused)
  if (page !== null && page.items.length > 0) return { ...page, isFirst: false }
  return { ...(await list(null)), isFirst: true }
}

function nullIfRefused(error: unknown): null {
  if (isRefusal(error) && error.status === 400) return null
  throw error
}
