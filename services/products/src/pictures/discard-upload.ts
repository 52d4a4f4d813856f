import type { PictureDeps } from './deps.ts'
import type { Upload } from './upload-repository.ts'

/** Ends an upload and removes its picture, unless the product or another upload still needs it. */
export async function discardUpload(deps: PictureDeps, upload: Upload): Promise<void> {
  const { products, pictures, uploads } = deps
  const isKept =
    (await products.references(upload.productId, upload.key)) || (await uploads.hasOther(upload))
  if (!isKept) await pictures.remove(upload.key)
  await uploads.end(upload)
}
