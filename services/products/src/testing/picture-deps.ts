import { createLog } from '@shop/shared/log'
import { createObjectStore } from '@shop/shared/storage'
import { readStack, type TestService } from '@shop/shared/testing'
import { createPictureStore } from '../pictures/store.ts'
import { UploadRepository } from '../pictures/upload-repository.ts'
import { createProductModel } from '../product-model.ts'
import { ProductRepository } from '../product-repository.ts'

/** What a second replica puts pictures away with: a test sees each step of it. */
export async function pictureDepsOf({ db }: TestService) {
  const { minio } = await readStack()
  const log = createLog('replica', 'silent')
  return {
    products: new ProductRepository(createProductModel(db), () => {}),
    pictures: createPictureStore(createObjectStore(minio), log),
    uploads: new UploadRepository(db),
    log,
  }
}
