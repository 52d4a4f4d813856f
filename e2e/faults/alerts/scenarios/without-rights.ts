import type { ServiceName } from '@shop/shared/contracts'
import { withDatabases } from '../../../tools/stack-databases.ts'
import type { Trial } from '../../kit/trial.ts'

/** Takes a service's rights on its database during the work: its handlers fail, and are tried again. */
export async function withoutRights(
  trial: Trial,
  service: ServiceName,
  work: () => Promise<void>,
): Promise<void> {
  const giveBack = await takeRights(service)
  try {
    await work()
  } finally {
    await giveBack()
  }
}

/** Takes a service's rights on its database; returns the function that gives them back. */
export async function takeRights(service: ServiceName): Promise<() => Promise<void>> {
  await setRoles(service, [])
  return () => setRoles(service, ['readWrite'])
}

function setRoles(service: ServiceName, roles: string[]): Promise<void> {
  return withDatabases(
    [service],
    async ({ [service]: database }) => {
      const own = roles.map((role) => ({ role, db: service }))
      await database?.db?.command({ updateUser: service, roles: own })
    },
    { asAdmin: true },
  )
}
