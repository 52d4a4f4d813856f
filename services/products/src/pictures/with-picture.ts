import type { Deps } from '../deps.ts'
import { discardUpload } from './discard-upload.ts'
import { encodeQueued } from './encode-queue.ts'
import { pictureKey } from './store.ts'
import type { Uploader } from './uploader.ts'

/** Stores a picture for a write that refers to it; discards it when the write fails. */
export async function withPicture<T>(
  deps: Deps,
  productId: string,
  { image, sender }: { image: Uint8Array; sender: Uploader },
  write: (key: string) => Promise<T>,
): Promise<T> {
  const { pictures, uploads, log } = deps
  const picture = await encodeQueued(image, sender)
  const key = pictureKey(productId, picture)
  const upload = await uploads.begin(productId, key)
  const later = (error: unknown) =>
    log.warn({ error, key }, 'could not finish the upload; the sweeper will')
  try {
    await pictures.put(key, picture)
    const written = await write(key)
    await uploads.end(upload).catch(later)
    return written
  } catch (error) {
    await discardUpload(deps, upload).catch(later)
    throw error
  }
}
