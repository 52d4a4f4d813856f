import { createLog } from '@shop/shared/log'
import { createObjectStore } from '@shop/shared/storage'
import { readStack, type TestService } from '@shop/shared/testing'
import { createPictureStore } from '../pictures/store.ts'
import { UploadRepository } from '../pictures/upload-repository.ts'
import { createProductModel } from '../product-model.ts'
import { ProductRepository } from '../product-repository.ts'

/** The picture dependencies of a second replica, for tests that run single steps. */
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
