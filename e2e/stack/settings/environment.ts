import type { Shop } from '../shop.ts'

type Environment = typeof process.env

const BASICS = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ']
const SECRETS = /^(STACK|STRIPE)_/

/** The environment that every child gets besides its own settings: nothing that belongs to another. */
export function baseEnvironment(env: Environment = process.env): Environment {
  return pick(env, (name) => BASICS.includes(name))
}

/** The runner's environment without the shop's keys: tools need its network settings. */
export function withoutSecrets(env: Environment = process.env): Environment {
  return pick(env, (name) => !SECRETS.test(name))
}

/** The named variables of the runner's environment that are set. */
export function fromEnvironment(names: readonly string[]): Record<string, string> {
  const found = names.map((name) => [name, process.env[name]] as const)
  return Object.fromEntries(found.flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** The standard settings of tracing; without any, development and tests trace the requests that ask for it. */
export function tracingEnvironment({ mode, trial, ports }: Shop): Record<string, string> {
  const given = Object.keys(process.env).filter((name) => name.startsWith('OTEL_'))
  if (given.length > 0 || mode === 'start' || trial !== undefined) return fromEnvironment(given)
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${ports.otlp}`,
    OTEL_TRACES_SAMPLER: 'parentbased_always_off',
    OTEL_BSP_SCHEDULE_DELAY: '200',
  }
}

function pick(env: Environment, isWanted: (name: string) => boolean): Environment {
  const picked = { ...env }
  for (const name of Object.keys(env)) if (!isWanted(name)) delete picked[name]
  return picked
}
