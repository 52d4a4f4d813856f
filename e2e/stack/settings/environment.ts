type Environment = Record<string, string | undefined>

const BASICS = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ']
const SECRETS = /^(STACK|STRIPE)_/

/** What every child finds in its environment beside its own settings: nothing that is meant for another. */
export function basics(env: Environment = process.env): Environment {
  return pick(env, (name) => BASICS.includes(name))
}

/** The runner's environment for tools, which reach the network through its settings, without the shop's keys. */
export function withoutSecrets(env: Environment = process.env): Environment {
  return pick(env, (name) => !SECRETS.test(name))
}

/** Settings of the runner's environment that programs are given by name, as far as they are set. */
export function chosen(names: readonly string[]): Record<string, string> {
  const found = names.map((name) => [name, process.env[name]] as const)
  return Object.fromEntries(found.flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

function pick(env: Environment, isWanted: (name: string) => boolean): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => isWanted(name)))
}
