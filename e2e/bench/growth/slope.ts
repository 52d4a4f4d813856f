/** How fast a value grows with a size: the slope of its logarithm over that of the size, by least squares. 0 is flat, 1 doubles with the size. */
export function slopeOf(points: readonly (readonly [size: number, value: number])[]): number {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)] as const)
  const meanX = mean(logs.map(([x]) => x))
  const meanY = mean(logs.map(([, y]) => y))
  const products = logs.map(([x, y]) => (x - meanX) * (y - meanY))
  const squares = logs.map(([x]) => (x - meanX) ** 2)
  return mean(products) / mean(squares)
}

const mean = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0) / values.length
