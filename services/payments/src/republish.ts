import { runRepublish } from '@shop/shared/service'
import { PaymentRepository } from './payment-repository.ts'

await runRepublish('payments', (db, since) => new PaymentRepository(db, () => {}).republish(since))
