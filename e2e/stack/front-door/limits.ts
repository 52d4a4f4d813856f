import type { Ingress } from './ingress.ts'

// Tests, benchmarks and developers come from loopback; everybody else is counted by address.
const UNCOUNTED = ['127.0.0.1', '::1']
const ZONE_SIZE = '2m'

/** nginx zones that count requests and connections per address, one set for each Ingress, as the cluster's controller has them. */
export function limitZones(ingresses: readonly Ingress[]): string {
  const zones = ingresses.flatMap(({ name, limits }) =>
    limits === undefined
      ? []
      : [
          `  limit_conn_zone $door_client zone=${name}-connections:${ZONE_SIZE};`,
          `  limit_req_zone $door_client zone=${name}-requests:${ZONE_SIZE} rate=${limits.requestsPerSecond}r/s;`,
        ],
  )
  return `  map $remote_addr $door_client { ${UNCOUNTED.map((address) => `${address} "";`).join(' ')} default $binary_remote_addr; }
  limit_conn_status 429;
  limit_req_status 429;
  limit_conn_log_level warn;
  limit_req_log_level warn;
${zones.join('\n')}`
}

/** The limit directives of a location. */
export function limitsOf({ name, bodySize, limits }: Ingress): string {
  const size = `client_max_body_size ${bodySize};`
  if (limits === undefined) return size
  const connections = `limit_conn ${name}-connections ${limits.connections};`
  return `${size} ${connections} limit_req zone=${name}-requests burst=${limits.burst} nodelay;`
}
