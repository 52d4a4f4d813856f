interface Alert {
  state: 'pending' | 'firing'
  labels: { alertname: string }
}

interface Target {
  health: 'up' | 'down' | 'unknown'
}

interface Response<T> {
  error?: string
  data?: T
}

/** What is asked of a running Prometheus. */
export function prometheusApi(url: string) {
  async function ask<T>(path: string): Promise<T> {
    const response = await fetch(`${url}/api/v1/${path}`)
    const { error, data } = (await response.json()) as Response<T>
    if (data === undefined) throw new Error(`${path}: ${error}`)
    return data
  }

  return {
    /** Throws while it has not read the metrics of every process. */
    async readsAll(): Promise<void> {
      const { activeTargets } = await ask<{ activeTargets: Target[] }>('targets?state=active')
      const waiting = activeTargets.filter(({ health }) => health !== 'up').length
      if (activeTargets.length === 0 || waiting > 0)
        throw new Error(`Prometheus does not read ${waiting} of ${activeTargets.length} processes`)
    },

    /** The names of the alerts that fire now. */
    async firing(): Promise<string[]> {
      const { alerts } = await ask<{ alerts: Alert[] }>('alerts')
      const firing = alerts.filter(({ state }) => state === 'firing')
      return [...new Set(firing.map(({ labels }) => labels.alertname))]
    },

    /** The number of series that a query returns now. */
    async count(query: string): Promise<number> {
      const path = `query?${new URLSearchParams({ query })}`
      return (await ask<{ result: unknown[] }>(path)).result.length
    },
  }
}
