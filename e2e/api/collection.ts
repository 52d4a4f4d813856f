import { join } from 'node:path'
import { openApiDocument } from '@shop/shared/openapi'
import { folderOf } from './requests.ts'
import { SCENARIO } from './scenario.ts'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

const VARIABLES = {
  baseUrl: 'https://localhost:8443',
  email: 'ann@example.com',
  password: 'correct horse battery',
  productId: '',
  orderId: '',
  pictureName: '',
}

/** Where the collection is kept. */
export const COLLECTION = join(import.meta.dir, 'ecommerce.postman_collection.json')

/** The API as a Postman collection, generated from its document. */
export function collectionText(): string {
  const { info, tags } = openApiDocument()
  const collection = {
    info: { name: info.title, description: info.description, schema: SCHEMA },
    item: [...tags.map(folderOf), SCENARIO],
    variable: Object.entries(VARIABLES).map(([key, value]) => ({ key, value })),
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}
