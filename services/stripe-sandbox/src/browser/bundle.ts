/**
 * Bundles a browser script. Run as a macro: whether the sandbox is started
 * from sources or from its own bundle, the text is already inlined.
 */
export function bundle(name: 'stripe' | 'card-form' | 'challenge'): string {
  const entry = ENTRIES[name]
  const command = ['build', '--target=browser', '--format=iife', '--minify', entry]
  const { success, stdout, stderr } = Bun.spawnSync([process.execPath, ...command])
  if (!success) throw new Error(`${name} cannot be bundled: ${stderr.toString()}`)
  return stdout.toString()
}

const ENTRIES = {
  stripe: new URL('client/stripe.ts', import.meta.url).pathname,
  'card-form': new URL('client/card-form.ts', import.meta.url).pathname,
  challenge: new URL('client/challenge.ts', import.meta.url).pathname,
}
