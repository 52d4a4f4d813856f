import { newAccount } from '../../../fixtures/accounts.ts'
import { alertScenario } from '../alert-scenario.ts'
import { startRejectingServer } from './rejecting-server.ts'

const CLAIMED = 'notifications.afterClaim'
const REJECTED = 30
const ARM_MS = 200

export const mailWaits = alertScenario({
  name: 'the workers that send mail hang',
  alert: 'ShopMailWaits',
  // Their tries are given up, and the mail is sent late.
  afterwards: ['ShopMailLate'],
  begin: async ({ failpoints }) => {
    const timer = setInterval(() => failpoints.arm(CLAIMED, 'hold'), ARM_MS)
    await newAccount()
    return () => {
      clearInterval(timer)
      failpoints.disarm(CLAIMED)
      for (let hit = failpoints.hitAt(CLAIMED); hit; hit = failpoints.hitAt(CLAIMED))
        failpoints.release(hit, 'hold')
    }
  },
})

export const mailFails = alertScenario({
  name: 'the mail server rejects every recipient',
  alert: 'ShopMailFails',
  begin: async ({ proxies }) => {
    const server = await startRejectingServer()
    proxies.smtp.divert(server.port)
    for (let n = 0; n < REJECTED; n += 1) await newAccount()
    return () => {
      proxies.smtp.mend()
      server.stop()
    }
  },
})
