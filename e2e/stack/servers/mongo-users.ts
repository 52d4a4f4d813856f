import { SERVICES } from '@shop/shared/contracts'
import type { Connection } from 'mongoose'
import { databaseUrl, withoutUser } from '../settings/addresses.ts'
import type { Shop } from '../shop.ts'
import { StackFailure } from '../system/failure.ts'
import { asMember } from './mongo-set.ts'

const AUTHENTICATION_FAILED = 18
const UNAUTHORIZED = 13
const EXISTS = 51_003

/** Creates an administrator and, for each service, a user with access to its own database only; runs at every start. */
export async function prepareUsers(shop: Shop): Promise<void> {
  const admin = await openAsAdmin(shop)
  try {
    for (const name of SERVICES)
      await putUser(admin.useDb(name), name, shop.secrets.mongo[name], 'readWrite')
  } finally {
    await admin.close()
  }
}

async function openAsAdmin(shop: Shop): Promise<Connection> {
  const { addresses, secrets, data } = shop
  const password = secrets.mongo.admin
  const server = databaseUrl(withoutUser(addresses.mongo.url), 'admin')
  try {
    return await open(server, { auth: { username: 'admin', password }, authSource: 'admin' })
  } catch (error) {
    if (codeOf(error) !== AUTHENTICATION_FAILED) throw error
  }
  // Before there is any user, a lone mongod lets a local client create the first one.
  const first = await open(server, shop.isReplicated ? asMember(secrets) : {})
  try {
    await putUser(first.useDb('admin'), 'admin', password, 'root')
  } catch (error) {
    if (codeOf(error) !== UNAUTHORIZED) throw error
    throw new StackFailure(
      `the databases in ${data} were made with other passwords than those in secrets.json; start with --fresh to wipe them`,
    )
  } finally {
    await first.close()
  }
  return openAsAdmin(shop)
}

async function open(server: string, options: object): Promise<Connection> {
  // Imported here because no other command needs the driver.
  const { createConnection } = await import('mongoose')
  return createConnection(server, options).asPromise()
}

async function putUser({ db }: Connection, name: string, pwd: string, role: string): Promise<void> {
  const roles = [{ role, db: db?.databaseName }]
  try {
    await db?.command({ createUser: name, pwd, roles })
  } catch (error) {
    if (codeOf(error) !== EXISTS) throw error
    await db?.command({ updateUser: name, pwd, roles })
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
