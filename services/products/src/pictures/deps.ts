import type { ProductRepository } from '../product-repository.ts'
import type { PictureStore } from './store.ts'
import type { UploadRepository } from './upload-repository.ts'

/** What uploads and their removal touch. */
export interface PictureDeps {
  products: ProductRepository
  pictures: PictureStore
  uploads: UploadRepository
}
