import type { Deps } from '../deps.ts'

/** Stores a picture, if there is one, for a write that refers to it; a write that fails takes it back. */
export async function withPicture<T>(
  deps: Deps,
  productId: string,
  image: Uint8Array | undefined,
  write: (key?: string) => Promise<T>,
): Promise<T> {
  if (image === undefined) return write()
  const key = await deps.pictures.put(productId, image)
  try {
    return await write(key)
  } catch (error) {
    await takeBack(deps, productId, key)
    throw error
  }
}

/** A failed write may have come through after all, and the product may have had the same picture before. */
async function takeBack({ products, pictures, log }: Deps, productId: string, key: string) {
  try {
    const product = await products.find(productId)
    const isUsed = product?.images.some((picture) => picture.key === key) ?? false
    if (!isUsed) await pictures.remove(key)
  } catch (error) {
    log.warn({ error, key }, 'a picture that no product shows is left over')
  }
}
