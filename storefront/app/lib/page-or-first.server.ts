import { isRefusal } from '../api/client.server.ts'

/** Reads a page of a list; a cursor that leads nowhere, as one in an old link may, leads to the first page. */
export async function pageOrFirst<T extends { items: readonly unknown[] }>(
  cursor: string | null,
  read: (cursor: string | null) => Promise<T>,
): Promise<T & { isFirst: boolean }> {
  const page = cursor === null ? null : await read(cursor).catch(nullIfRefused)
  if (page !== null && page.items.length > 0) return { ...page, isFirst: false }
  return { ...(await read(null)), isFirst: true }
}

function nullIfRefused(error: unknown): null {
  if (isRefusal(error) && error.status === 400) return null
  throw error
}
