import { fileURLToPath } from 'node:url'

// Only `node:` and `bun` may be imported above this line's call: a fresh clone has no node_modules.
const root = fileURLToPath(new URL('../..', import.meta.url))
if (!(await installDependencies())) process.exit(1)
const { run } = await import('./cli.ts')
process.exit(await run(process.argv.slice(2)))

async function installDependencies(): Promise<boolean> {
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
  if (code === 0) return true
  console.error(`${out}${error}\nbun install --frozen-lockfile failed: see above`)
  return false
}
