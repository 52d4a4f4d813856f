import { PICTURE_WIDTHS, ShopError } from '@shop/shared/contracts'
import type { Log } from '@shop/shared/log'
import type { ObjectStore } from '@shop/shared/storage'
import type { Encoded } from './encode.ts'

const LARGEST = PICTURE_WIDTHS[0]

/** The object key of a picture's largest width, derived from its content. */
export function pictureKey(productId: string, picture: Encoded): string {
  const hash = new Bun.CryptoHasher('sha256').update(picture[LARGEST]).digest('hex')
  return `products/${productId}/${hash}-${LARGEST}.webp`
}

export function createPictureStore(store: ObjectStore, log: Log) {
  return {
    async put(key: string, picture: Encoded): Promise<void> {
      try {
        for (const width of PICTURE_WIDTHS) await store.put(keyOf(key, width), picture[width])
      } catch (error) {
        log.error({ error, key }, 'could not store the picture')
        throw new ShopError(
          'unavailable',
          'The picture cannot be stored right now: please try again',
          {
            headers: { 'retry-after': '1' },
          },
        )
      }
    },

    async remove(key: string): Promise<void> {
      await store.remove(PICTURE_WIDTHS.map((width) => keyOf(key, width)))
    },
  }
}

export type PictureStore = ReturnType<typeof createPictureStore>

const keyOf = (key: string, width: number) => `${key.slice(0, key.lastIndexOf('-'))}-${width}.webp`
