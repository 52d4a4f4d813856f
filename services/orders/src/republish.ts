import { runRepublish } from '@shop/shared/service'
import { OrderRepository } from './order-repository.ts'

await runRepublish('orders', (db, since) => new OrderRepository(db, () => {}).republish(since))
