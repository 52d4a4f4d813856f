import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stackPath } from '@shop/shared/testing'
import { defineConfig } from 'playwright/test'
import { launchOptions } from './fixtures/browser/launch.ts'
import { trustingHome } from './fixtures/browser/trusting-home.ts'

const path = stackPath()
if (!existsSync(path))
  throw new Error(
    `no shop is running: ${path} is missing (start one with bun run dev, or set STACK_DATA or STACK_FILE)`,
  )
const stack = JSON.parse(readFileSync(path, 'utf8')) as { url: string; ca: string }

// Workers read this file too: they use the home that was made first.
process.env['BROWSER_HOME'] ??= trustingHome(stack.ca)

/** @public Read by Playwright. */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.e2e.ts',
  outputDir: join(dirname(path), 'logs', 'browser-tests'),
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // What passes only at the second try is listed as flaky, with the trace of that try.
  retries: 1,
  timeout: 60_000,
  expect: {
    timeout: 10_000,
    // Also what is added to a page is a change, unless a snapshot says `/children: contain`.
    toMatchAriaSnapshot: { pathTemplate: '{testDir}/aria/{arg}{ext}', children: 'deep-equal' },
  },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    baseURL: stack.url,
    locale: 'en-US',
    // Recording every test would take a third longer.
    trace: 'on-first-retry',
    launchOptions: launchOptions(process.env['BROWSER_HOME']),
  },
})
