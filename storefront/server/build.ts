import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { $ } from 'bun'
import { precompress } from './precompress.ts'

// A build replaces the old one as a whole: another shop may be running from it.
const next = mkdtempSync('.build-')

process.env['BUILD_DIR'] = next
await $`${process.execPath} --bun run remix vite:build`
await precompress(`${next}/client`)
await $`${process.execPath} build --target=bun --minify --outfile ${next}/main.js server/main.ts`
rmSync('build', { recursive: true, force: true })
renameSync(next, 'build')
