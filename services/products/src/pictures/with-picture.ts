import type { Deps } from '../deps.ts'
import { encodeInTurn } from './encode-in-turn.ts'
import { giveUp } from './give-up.ts'
import { pictureKey } from './picture-store.ts'
import type { Sender } from './sender.ts'

/** Stores a picture for a write that refers to it; a write that fails takes it back. */
export async function withPicture<T>(
  deps: Deps,
  productId: string,
  { image, sender }: { image: Uint8Array; sender: Sender },
  write: (key: string) => Promise<T>,
): Promise<T> {
  const { pictures, uploads, log } = deps
  const picture = await encodeInTurn(image, sender)
  const key = pictureKey(productId, picture)
  const upload = await uploads.begin(productId, key)
  const later = (error: unknown) => log.warn({ error, key }, 'the upload is ended by the sweep')
  try {
    await pictures.put(key, picture)
    const written = await write(key)
    await uploads.end(upload).catch(later)
    return written
  } catch (error) {
    await giveUp(deps, upload).catch(later)
    throw error
  }
}
