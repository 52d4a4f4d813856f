import type { Edit } from './domain/edit.ts'
import type { Picture } from './domain/product.ts'
import { priceKeys, titleKeys } from './domain/search-keys.ts'
import { quantityChange } from './quantity-change.ts'

/** The pipeline fields of a user's edit. */
export function editFields(id: string, { fields, stock, pictures, mark }: Edit, by: string) {
  const difference = stock?.difference ?? 0
  return {
    ...literals({ ...fields, ...searchChanges(id, fields), imported: mark }),
    ...(pictures && {
      ...literals({ images: pictures.next }),
      shown: { $setUnion: [{ $ifNull: ['$shown', []] }, firstOf(pictures.next)] },
    }),
    ...(difference !== 0 && {
      ...quantityChange(difference, { reason: mark === undefined ? 'edit' : 'import', by }),
      available: { $add: ['$available', difference] },
    }),
  }
}

/** Values for a pipeline, where a text that begins with a $ would be a path. */
function literals(values: Record<string, unknown>): Record<string, { $literal: unknown }> {
  const known = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known.map(([field, $literal]) => [field, { $literal }]))
}

/** The key of the first picture, which other services show. */
export const firstOf = (images: Picture[]) => images.slice(0, 1).map(({ key }) => key)

/** The search keys that change with the title and the price. */
export function searchChanges(
  id: string,
  { title, price }: Partial<Edit['fields']>,
): Record<string, unknown> {
  const keys = {
    ...(title !== undefined && titleKeys(title, id)),
    ...(price !== undefined && priceKeys(price, id)),
  }
  return Object.fromEntries(Object.entries(keys).map(([key, value]) => [`search.${key}`, value]))
}
