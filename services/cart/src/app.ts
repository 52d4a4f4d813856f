import type { AppEnv } from '@shop/shared/http'
import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { changeItem } from './routes/change-item.ts'
import { getCart } from './routes/get-cart.ts'
import { removeItem } from './routes/remove-item.ts'

export function createCartApp(deps: Deps) {
  return new Hono<AppEnv>()
    .basePath('/api/cart')
    .get('/', ...getCart(deps))
    .post('/items', ...changeItem(deps))
    .delete('/items/:id', ...removeItem(deps))
}
