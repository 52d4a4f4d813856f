// Creates the administrator and the service's user at every start.
const { ADMIN_PASSWORD, SERVICE, SERVICE_PASSWORD } = process.env
const admin = db.getSiblingDB('admin')
try {
  admin.auth('admin', ADMIN_PASSWORD)
} catch {
  // The localhost exception allows creating the first user.
  admin.createUser({ user: 'admin', pwd: ADMIN_PASSWORD, roles: ['root'] })
  admin.auth('admin', ADMIN_PASSWORD)
}
const own = db.getSiblingDB(SERVICE)
const rights = { pwd: SERVICE_PASSWORD, roles: [{ role: 'readWrite', db: SERVICE }] }
if (own.getUser(SERVICE) === null) own.createUser({ user: SERVICE, ...rights })
else own.updateUser(SERVICE, rights)
