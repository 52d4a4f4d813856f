/** Followers respond to their leader once a second. After 4 s of silence they may elect another. */
const SILENT_NS = 4_000_000_000

interface Cluster {
  /** Nanoseconds since the leader heard each of the others. */
  replicas?: readonly { active: number }[]
}

/** Whether the leader of a stream hears a majority. One that does not goes on for 10 s, and stores nothing. */
export function hearsMajority(cluster: Cluster | undefined): boolean {
  const others = cluster?.replicas ?? []
  const heard = others.filter(({ active }) => active < SILENT_NS)
  return heard.length + 1 > (others.length + 1) / 2
}
