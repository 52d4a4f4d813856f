import type { ProductRepository } from '../product-repository.ts'
import type { PictureStore } from './picture-store.ts'
import type { Upload, UploadRepository } from './upload-repository.ts'

export interface PictureDeps {
  products: ProductRepository
  pictures: PictureStore
  uploads: UploadRepository
}

/**
 * Ends an upload that may have come to nothing: the picture is removed, unless its product needs it, or
 * somebody else is about to make it show it.
 */
export async function giveUp(deps: PictureDeps, upload: Upload): Promise<void> {
  const { products, pictures, uploads } = deps
  const isKept =
    (await products.needs(upload.productId, upload.key)) || (await uploads.hasOther(upload))
  if (!isKept) await pictures.remove(upload.key)
  await uploads.end(upload)
}
