import { isRefusal } from './client.server.ts'

/** A page of a list; a cursor that the service cannot read leads to the first page. */
export async function orFirstPage<T>(
  cursor: string | null,
  list: (cursor: string | null) => Promise<T>,
): Promise<T> {
  try {
    return await list(cursor)
  } catch (error) {
    if (cursor === null || !isRefusal(error) || error.status !== 400) throw error
    return list(null)
  }
}
