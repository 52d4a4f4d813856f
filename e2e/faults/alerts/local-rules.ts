/** How much faster the local shop's clock of alerts runs: an hour is a minute. */
const SPEED = 60

const UNITS_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

interface Rule {
  alert?: string
  record?: string
  expr: string
  for?: string
  labels?: Record<string, string>
  annotations?: Record<string, string>
}

export interface Rules {
  groups: { name: string; interval?: string; rules: Rule[] }[]
}

/** The rules with all their durations shortened: windows, waits and limits of ages. */
export function localRules({ groups }: Rules): Rules {
  return {
    groups: groups.map(({ interval, rules, ...group }) => ({
      ...group,
      ...(interval && { interval: shorter(interval) }),
      rules: rules.map((rule) => ({
        ...rule,
        expr: localExpr(rule.expr),
        ...(rule.for && { for: shorter(rule.for) }),
      })),
    })),
  }
}

function localExpr(expr: string): string {
  return expr
    .replaceAll(/\[(\w+)\]/g, (_, duration: string) => `[${shorter(duration)}]`)
    .replaceAll(
      /(_seconds(?:\{[^}]*\})?\)?) > (\d+)/g,
      (_, age: string, limit: string) => `${age} > ${Number(limit) / SPEED}`,
    )
}

function shorter(duration: string): string {
  const [, count, unit] = /^(\d+)(ms|[smhd])$/.exec(duration) ?? []
  if (count === undefined) throw new Error(`${duration}: not a duration with one unit`)
  return `${Math.round((Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS]) / SPEED)}ms`
}
