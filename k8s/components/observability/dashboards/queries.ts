import type { Dashboard, Panel, VariableModel } from '@grafana/grafana-foundation-sdk/dashboard'
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus'

interface Query {
  /** The panel or the variable. */
  title: string
  expr: string
}

/** All queries of panels, with variables replaced as Grafana does, and those that find the variables' values. */
export function queriesOf(
  { panels = [], templating }: Dashboard,
  values: Record<string, string>,
): Query[] {
  return [
    ...(templating?.list ?? []).map(ofVariable),
    ...(panels as Panel[]).flatMap(({ title = '', targets = [] }) =>
      (targets as Dataquery[]).map(({ expr }) => ({ title, expr: replaced(expr, values) })),
    ),
  ]
}

function ofVariable({ name, query }: VariableModel): Query {
  const [, series, label] = /^label_values\((.*), (\w+)\)$/.exec(query as string) ?? []
  return { title: `$${name}`, expr: `count by (${label}) (${series})` }
}

const replaced = (expr: string, values: Record<string, string>) =>
  expr.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${expr}: unknown variable ${name}`)
    return value
  })
