const PERIODS = [7, 30, 90, 365] as const
export type Period = (typeof PERIODS)[number]

const USUAL: Period = 30

/** The days that an address asks for. */
export function parsePeriod(params: URLSearchParams): Period {
  return PERIODS.find((days) => String(days) === params.get('days')) ?? USUAL
}

/** The address of the dashboard, with what else it is to hold. */
export function dashboardUrl(period: Period, others: Record<string, string> = {}): string {
  const params = new URLSearchParams({
    ...others,
    ...(period !== USUAL && { days: String(period) }),
  })
  return params.size === 0 ? '/sell' : `/sell?${params}`
}

export const PERIOD_TABS = PERIODS.map((days) => [dashboardUrl(days), `${days} days`] as const)
