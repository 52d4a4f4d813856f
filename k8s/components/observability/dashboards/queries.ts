import type { Dashboard, Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus'

/** All queries with the titles of their panels, and with variables replaced as Grafana does. */
export function queriesOf(
  { panels = [] }: Dashboard,
  variables: Record<string, string>,
): { title: string; expr: string }[] {
  return (panels as Panel[]).flatMap(({ title = '', targets = [] }) =>
    (targets as Dataquery[]).map(({ expr }) => ({ title, expr: replaced(expr, variables) })),
  )
}

const replaced = (expr: string, variables: Record<string, string>) =>
  expr.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = variables[name]
    if (value === undefined) throw new Error(`${expr}: unknown variable ${name}`)
    return value
  })
