// The user of the one service whose database this is; it may use nothing else.
const { SERVICE, SERVICE_PASSWORD } = process.env
db.getSiblingDB(SERVICE).createUser({
  user: SERVICE,
  pwd: SERVICE_PASSWORD,
  roles: [{ role: 'readWrite', db: SERVICE }],
})
