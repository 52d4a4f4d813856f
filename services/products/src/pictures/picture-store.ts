import { ShopError } from '@shop/shared/contracts'
import type { Log } from '@shop/shared/log'
import type { ObjectStore } from '@shop/shared/storage'
import { WIDTHS, encodePicture } from './encode-picture.ts'

/** Keeps pictures as objects that are named by their content, one for each width. */
export function createPictureStore(store: ObjectStore, log: Log) {
  return {
    /** Stores a picture of a product and returns the key of its largest width. */
    async put(productId: string, bytes: Uint8Array): Promise<string> {
      const encoded = await encodePicture(bytes)
      const hash = new Bun.CryptoHasher('sha256').update(encoded[LARGEST]).digest('hex')
      const base = `products/${productId}/${hash}`
      try {
        for (const width of WIDTHS) await store.put(`${base}-${width}.webp`, encoded[width])
      } catch (error) {
        log.error({ error, base }, 'the picture cannot be stored')
        throw new ShopError('unavailable', 'The picture cannot be stored now: please try again', {
          headers: { 'retry-after': '1' },
        })
      }
      return `${base}-${LARGEST}.webp`
    },

    /** Removes a picture, all widths of it. */
    async remove(key: string): Promise<void> {
      const base = key.slice(0, key.lastIndexOf('-'))
      await store.remove(WIDTHS.map((width) => `${base}-${width}.webp`))
    },
  }
}

export type PictureStore = ReturnType<typeof createPictureStore>

const LARGEST = WIDTHS[0]
