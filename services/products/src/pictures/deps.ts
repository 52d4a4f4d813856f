import type { ProductRepository } from '../product-repository.ts'
import type { PictureStore } from './store.ts'
import type { UploadRepository } from './upload-repository.ts'

export interface PictureDeps {
  products: ProductRepository
  pictures: PictureStore
  uploads: UploadRepository
}
