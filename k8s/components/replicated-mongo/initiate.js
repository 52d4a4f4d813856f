// Makes one set of the members, however far an earlier run came. Nothing is taken out of a set.
const { SET, MONGO_KEY } = process.env
const hosts = [0, 1, 2].map((number) => `${SET}-${number}.${SET}-members:27017`)
const settings = {
  // A dead primary is replaced after 4 s instead of 10.
  electionTimeoutMillis: 4000,
  heartbeatIntervalMillis: 1000,
  // The next one has all that was acknowledged; for the rest it would wait until it gives the dead one up, too.
  catchUpTimeoutMillis: 1000,
}

const open = (where, how) =>
  connect(`mongodb://__system:${MONGO_KEY}@${where}/admin?authSource=local&${how}`)

/** Members start, synchronize and elect meanwhile; what stays wrong ends the Job, which runs again. */
function keepTrying(attempt) {
  for (let left = 100; ; left -= 1) {
    try {
      return attempt()
    } catch (error) {
      if (left === 0) throw error
      print(error.message)
      sleep(3000)
    }
  }
}

function isInitiated(host) {
  try {
    open(host, 'directConnection=true').runCommand({ replSetGetConfig: 1 })
    return true
  } catch (error) {
    if (error.codeName === 'NotYetInitialized') return false
    throw error
  }
}

/** Adds one member: a change may add no more. Until it has all data, the majority is counted without it. */
function improve() {
  const admin = open(hosts.join(), 'replicaSet=shop')
  const { config } = admin.runCommand({ replSetGetConfig: 1 })
  const missing = hosts.find((host) => !config.members.some((member) => member.host === host))
  const isTuned = Object.entries(settings).every(
    ([name, value]) => Number(config.settings[name]) === value,
  )
  if (missing === undefined && isTuned) return false
  const _id = Math.max(...config.members.map((member) => member._id)) + 1
  if (missing !== undefined) config.members.push({ _id, host: missing })
  Object.assign(config.settings, settings)
  admin.runCommand({ replSetReconfig: { ...config, version: config.version + 1 } })
  return true
}

// All are asked: one that has lost its volume gets the set from the others, and must not begin another.
let isAny = false
for (const host of hosts) if (keepTrying(() => isInitiated(host))) isAny = true
// The first one keeps the data that it had before there was a set.
if (!isAny)
  open(hosts[0], 'directConnection=true').runCommand({
    replSetInitiate: { _id: 'shop', members: [{ _id: 0, host: hosts[0] }], settings },
  })
while (keepTrying(improve)) print('one member more, or other settings')
