import { expect, test } from 'bun:test'
import { holderOf, listeningInodes, membersOf, statOf } from './proc.ts'

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:20FB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 41001 1 0000000000000000 100 0 0 10 0
   1: 0100007F:20FB 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 41002 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:0BB9 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41003 1 0000000000000000 100 0 0 10 0
`

test('only sockets that listen on the port are taken from the table', () => {
  expect(listeningInodes(TABLE, 8443)).toEqual(['41001'])
  expect(listeningInodes(TABLE, 3001)).toEqual(['41003'])
  expect(listeningInodes(TABLE, 3002)).toEqual([])
})

test('an empty table has no sockets', () => {
  expect(listeningInodes('', 8443)).toEqual([])
})

test.skipIf(process.platform !== 'linux')('the holder of a port is named with its command', () => {
  const server = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  expect(holderOf(server.port)).toStartWith(`pid ${process.pid} (`)
  server.stop(true)
})

test.skipIf(process.platform !== 'linux')('a process is a member of its group', () => {
  const group = statOf(process.pid)?.group ?? 0
  expect(membersOf(group)).toContain(process.pid)
  expect(statOf(0)).toBeUndefined()
})
