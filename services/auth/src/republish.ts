import { runRepublish } from '@shop/shared/service'
import { UserRepository } from './user-repository.ts'

// Every name, whatever the date: a copy that starts empty needs them all.
await runRepublish('auth', (db) => new UserRepository(db, () => {}).republish())
