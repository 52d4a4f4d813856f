import { fileURLToPath } from 'node:url'

// Runs before every command, as a process of its own: for the life of a process Bun remembers which
// packages were missing, and in a fresh clone all are.
const root = fileURLToPath(new URL('../..', import.meta.url))
const notice = setTimeout(() => console.log('installing dependencies (bun install)…'), 700)
const install = Bun.spawn([process.execPath, 'install', '--frozen-lockfile'], {
  cwd: root,
  stdin: 'ignore',
  stdout: 'pipe',
  stderr: 'pipe',
})
const [out, error, code] = await Promise.all([
  new Response(install.stdout).text(),
  new Response(install.stderr).text(),
  install.exited,
])
clearTimeout(notice)
if (code !== 0) {
  console.error(`${out}${error}\nbun install --frozen-lockfile failed: see above`)
  process.exit(1)
}
