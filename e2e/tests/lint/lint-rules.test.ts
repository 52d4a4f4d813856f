import { afterAll, beforeAll, expect, test } from 'bun:test'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { E2E_BREACHES } from './e2e-breaches.ts'
import { STOREFRONT_BREACHES, type Breach } from './storefront-breaches.ts'

// Each lint rule is broken on purpose: a disabled rule would look like clean code.
const root = join(import.meta.dir, '../../..')
let folder = ''
let findings = ''

const BREACHES: Breach[] = [
  [
    'a service that imports another',
    'services/orders/src/neighbour.ts',
    'no-restricted-imports',
    `import { pay } from '@shop/payments'\n\npay()\n`,
  ],
  [
    'domain code that does I/O',
    'services/orders/src/domain/impure.ts',
    'no-restricted-imports',
    `import { createDatabase } from '@shop/shared/db'\n\ncreateDatabase()\n`,
  ],
  [
    'a storefront that opens a database',
    'storefront/app/direct.ts',
    'no-restricted-imports',
    `import { createDatabase } from '@shop/shared/db'\n\ncreateDatabase()\n`,
  ],
  ...STOREFRONT_BREACHES,
  ...E2E_BREACHES,
  [
    'contracts that import http',
    'shared/contracts/upward.ts',
    'no-restricted-imports',
    `import { createApp } from '../http/index.ts'\n\ncreateApp()\n`,
  ],
  [
    'http that imports the database',
    'shared/http/deep.ts',
    'no-restricted-imports',
    `import { createDatabase } from '../db/index.ts'\n\ncreateDatabase()\n`,
  ],
  [
    'the API document that imports the server',
    'shared/openapi/served.ts',
    'no-restricted-imports',
    `import { createApp } from '../http/index.ts'\n\ncreateApp()\n`,
  ],
  [
    'a floating promise',
    'services/orders/src/floating.ts',
    'no-floating-promises',
    `export function start() {\n  Promise.resolve(1)\n}\n`,
  ],
  [
    'process.env outside the configuration',
    'services/orders/src/environment.ts',
    'no-process-env',
    `export const port = process.env['PORT']\n`,
  ],
  [
    'console.log in a service',
    'services/orders/src/printing.ts',
    'no-console',
    `console.log('hello')\n`,
  ],
  [
    'an explicit any',
    'services/orders/src/anything.ts',
    'no-explicit-any',
    `export const anything: any = 1\n`,
  ],
  [
    'a file name that is not kebab-case',
    'services/orders/src/camelCase.ts',
    'filename-case',
    `export const one = 1\n`,
  ],
  [
    'a file of more than 150 lines',
    'services/orders/src/long.ts',
    'max-lines',
    Array.from({ length: 151 }, (_, i) => `export const value${i} = ${i}\n`).join(''),
  ],
  [
    'an import cycle',
    'services/orders/src/chicken.ts',
    'no-cycle',
    `import { egg } from './egg.ts'\n\nexport const chicken = () => egg()\n`,
  ],
]

const FOLDERS = ['services', 'shared', 'storefront', 'e2e', 'k8s']
const CLEAN = `import { Id } from '@shop/shared/contracts'\n\nexport const idOf = () => Id\n`

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lint-rules-'))
  for (const name of ['.oxlintrc.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [, file, , source] of BREACHES) await Bun.write(join(folder, file), source)
  const egg = `import { chicken } from './chicken.ts'\n\nexport const egg = () => chicken()\n`
  await Bun.write(join(folder, 'services/orders/src/egg.ts'), egg)
  await Bun.write(join(folder, 'services/orders/src/domain/clean.ts'), CLEAN)
  const command = [join(root, 'node_modules/.bin/oxlint'), '--format=unix', ...FOLDERS]
  const oxlint = Bun.spawn(command, { cwd: folder, stderr: 'inherit' })
  findings = await new Response(oxlint.stdout).text()
  expect(await oxlint.exited).toBe(1)
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(BREACHES)('lint finds %s', (_, file, rule) => {
  const found = findings.split('\n').filter((line) => line.startsWith(`${file}:`))
  expect(found.join('\n')).toContain(`(${rule})`)
})

test('lint accepts clean code', () => {
  expect(findings).not.toContain(`${dirname(BREACHES[1]?.[1] ?? '')}/clean.ts`)
})
