import { runRepublish } from '@shop/shared/service'

await runRepublish('auth')
