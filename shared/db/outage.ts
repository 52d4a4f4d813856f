/** What a server or a set says while it cannot serve: it elects a primary, shuts down, or cannot reach its members. */
const OUTAGE_CODES = new Set([
  6, // HostUnreachable
  7, // HostNotFound
  64, // WriteConcernFailed: the majority did not confirm in time
  89, // NetworkTimeout
  91, // ShutdownInProgress
  100, // UnsatisfiableWriteConcern
  133, // FailedToSatisfyReadPreference
  134, // ReadConcernMajorityNotAvailableYet
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10_058, // LegacyNotPrimary
  10_107, // NotWritablePrimary
  11_600, // InterruptedAtShutdown
  11_602, // InterruptedDueToReplStateChange
  13_435, // NotPrimaryNoSecondaryOk
  13_436, // NotPrimaryOrSecondary
])

const OUTAGE_LABELS = ['RetryableWriteError', 'RetryableError', 'ResetPool']
const OUTAGE_NAMES =
  /^Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|PoolCleared|TopologyClosed|WaitQueueTimeout|WriteConcern)\w*Error$/
const OUTAGE_TEXTS = /socket has been ended|buffering timed out|ECONNRE(SET|FUSED)|EPIPE/

/** Whether an error means that the database is unavailable, also inside a bulk write: nothing is wrong with the operation. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    OUTAGE_NAMES.test(error.name) ||
    OUTAGE_TEXTS.test(error.message) ||
    hasOutageLabel(error) ||
    codesOf(error).some((code) => OUTAGE_CODES.has(code))
  )
}

interface Failed {
  code?: unknown
  errorLabels?: unknown
  writeErrors?: unknown
  writeConcernErrors?: unknown
  writeConcernError?: unknown
  result?: unknown
  err?: unknown
}

function hasOutageLabel(error: Error): boolean {
  const { errorLabels } = error as Failed
  return Array.isArray(errorLabels) && OUTAGE_LABELS.some((label) => errorLabels.includes(label))
}

/** The codes of an error and of all that it consists of. */
function codesOf(error: unknown, depth = 0): number[] {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return []
  if (Array.isArray(error)) return error.flatMap((each) => codesOf(each, depth + 1))
  const { code, writeErrors, writeConcernErrors, writeConcernError, result, err } = error as Failed
  const parts = [writeErrors, writeConcernErrors, writeConcernError, result, err]
  return [
    ...(typeof code === 'number' ? [code] : []),
    ...parts.flatMap((part) => codesOf(part, depth + 1)),
  ]
}

const MAX_DEPTH = 4
