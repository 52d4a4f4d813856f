import {
  DashboardBuilder,
  DashboardCursorSync,
  type Panel,
} from '@grafana/grafana-foundation-sdk/dashboard'

interface Builder<T> {
  build: () => T
}

/** A dashboard of the shop that starts with the last hours; the name is its address and file. */
export function newDashboard(
  name: string,
  title: string,
  panels: readonly Builder<Panel>[],
): DashboardBuilder {
  const dashboard = new DashboardBuilder(title)
    .uid(name)
    .tags(['shop'])
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s')
    .tooltip(DashboardCursorSync.Crosshair)
    .readonly()
  for (const panel of panels) dashboard.withPanel(panel)
  return dashboard
}
