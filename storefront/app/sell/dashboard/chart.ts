/** The size of a chart and where its plot is, in units of its view box. */
export interface Frame {
  width: number
  height: number
}

interface Bar {
  x: number
  y: number
  width: number
  height: number
}

const LEFT = 54
const TOP = 24
const BOTTOM = 24
const GAP = 0.32
const STEPS = [1, 2, 2.5, 5, 10]

/** The bars of some values and the grid lines behind them. */
export function layOut(values: number[], { width, height }: Frame) {
  const step = stepOf(Math.max(...values, 0))
  const floor = height - BOTTOM
  const scale = (floor - TOP) / (2 * step)
  const slot = (width - LEFT) / values.length
  const bars = values.map((value, n): Bar => ({
    x: LEFT + slot * (n + GAP / 2),
    y: floor - value * scale,
    width: slot * (1 - GAP),
    height: value * scale,
  }))
  const lines = [0, 1, 2].map((n) => ({ value: n * step, y: floor - n * step * scale }))
  return { bars, lines, left: LEFT, floor }
}

/** Half of the smallest round number that holds the highest value. */
function stepOf(highest: number): number {
  const half = Math.max(highest / 2, 1)
  const power = 10 ** Math.floor(Math.log10(half))
  return (STEPS.find((step) => step * power >= half) ?? 10) * power
}
