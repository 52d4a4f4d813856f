import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser, type TestService } from '@shop/shared/testing'
import { fileOf, newLines, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const PATH = '/api/products/import'
const LIST = `${PATH}/problems.csv`
const list = (sent: { json?: object; body?: string }, as = newUser()) =>
  service.call('POST', LIST, { as, ...sent })

test('a file with thousands of problems is answered with the first, and listed as a file in full', async () => {
  const seller = newUser()
  const csv = fileOf(Array.from({ length: 5000 }, (_, n) => `,Mug,,kitchen,"=2+${n}",x,`))
  const dryRun = await service.call('POST', `${PATH}?dryRun=1`, { as: seller, json: { csv } })
  expect(dryRun.body).toMatchObject({ badRows: 5000, problemCount: 10_000 })
  expect(dryRun.body.problems).toHaveLength(100)
  const { status, headers, body } = await list({ json: { csv } }, seller)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(headers.get('content-disposition')).toBe('attachment; filename="rows-to-fix.csv"')
  const lines = String(body).split('\r\n')
  expect(lines.slice(0, 3)).toEqual([
    'line,column,reason,value',
    "2,price,Must be a number,'=2+0",
    '2,quantity,Must be a number,x',
  ])
  expect(lines).toHaveLength(10_002)
})

test('a line that cannot be read is listed without a column', async () => {
  const { body } = await list({ json: { csv: fileOf([',Mug,,,1,1,,']) } })
  expect(String(body)).toEndWith('2,,Has 8 cells; the header has 7,\r\n')
})

test('POST /api/products/import/problems.csv returns 400, 401, 403, 413 and 415', async () => {
  const json = { csv: fileOf(newLines(1)) }
  expect((await list({ json: { csv: 'title\nMug' } })).status).toBe(400)
  expect((await service.call('POST', LIST, { json })).status).toBe(401)
  expect((await list({ json }, newUser('guest'))).status).toBe(403)
  expect((await list({ json: { csv: 'x'.repeat(6_500_000) } })).status).toBe(413)
  expect((await list({ body: json.csv })).status).toBe(415)
})
