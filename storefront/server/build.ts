import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { $ } from 'bun'

// A build appears whole or not at all: another shop may be running from it.
const next = mkdtempSync('.build-')

process.env['BUILD_DIR'] = next
await $`bun --bun run remix vite:build`
await $`bun server/precompress.ts ${next}/client`
await $`bun build --target=bun --minify --outfile ${next}/main.js server/main.ts`
rmSync('build', { recursive: true, force: true })
renameSync(next, 'build')
