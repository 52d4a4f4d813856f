import {
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  ReduceDataOptionsBuilder,
  VizLegendOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common'
import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder as Figure } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as Graph } from '@grafana/grafana-foundation-sdk/timeseries'

/** A query and the legend of its series. */
type Query = readonly [legend: string, expr: string]

interface Contents {
  title: string
  /** What the panel answers. */
  description: string
  unit: 'short' | 's' | 'reqps' | 'cps' | 'bytes' | 'percentunit' | 'currencyUSD'
  queries: readonly Query[]
  /** The alert of this panel, which fires above the limit. */
  alert?: { name: string; above: number }
}

/** The uid of the data source that Grafana is provisioned with. */
export const PROMETHEUS = { type: 'prometheus', uid: 'prometheus' }
const COLUMNS = 24
/** Grafana colors a value that equals the limit, too. */
const JUST_ABOVE_ZERO = 1e-6

/** Lines over time; two stand beside each other. */
export function graph(contents: Contents): Graph {
  const panel = filled(new Graph(), contents)
    .span(COLUMNS / 2)
    .height(8)
    .min(0)
    .fillOpacity(10)
    .legend(new VizLegendOptionsBuilder().showLegend(true))
  if (contents.alert === undefined) return panel
  const line = new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Line)
  return panel.thresholdsStyle(line)
}

/** The latest number; four stand beside each other. */
export function figure(contents: Contents): Figure {
  return filled(new Figure(), contents)
    .span(COLUMNS / 4)
    .height(5)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
}

function filled<P extends Figure | Graph>(panel: P, contents: Contents): P {
  const { title, description, unit, queries, alert } = contents
  const note = alert === undefined ? '' : ` ${alert.name} fires above the red limit.`
  const limit = alert === undefined ? [] : [{ value: alert.above || JUST_ABOVE_ZERO, color: 'red' }]
  panel
    .title(title)
    .description(description + note)
    .datasource(PROMETHEUS)
    .unit(unit)
    .targets(queries.map(target))
    .thresholds(
      new ThresholdsConfigBuilder()
        .mode(ThresholdsMode.Absolute)
        .steps([{ value: null, color: 'green' }, ...limit]),
    )
  return panel
}

function target([legend, expr]: Query, index: number): DataqueryBuilder {
  return new DataqueryBuilder()
    .refId(String.fromCodePoint('A'.codePointAt(0)! + index))
    .datasource(PROMETHEUS)
    .expr(expr)
    .range()
    .legendFormat(legend)
}
