/** An operation as MongoDB's profiler records it. */
export interface Profiled {
  op: string
  ns: string
  nreturned?: number
  command?: { filter?: object }
}

/** Whether an operation is a command that a service sent for some work: not for looking whether there is any. */
export function isCommand({ op, ns, nreturned, command }: Profiled): boolean {
  if (ns.includes('.system.')) return false
  const isPoll = op === 'query' && JSON.stringify(command?.filter ?? {}).includes('"outboxAt"')
  return !(isPoll && nreturned === 0)
}
