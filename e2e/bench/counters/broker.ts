import * as v from 'valibot'

const Channels = v.object({
  channels: v.array(v.object({ name: v.string(), last_seq: v.number() })),
})

const Streams = v.object({
  account_details: v.optional(
    v.array(
      v.object({
        stream_detail: v.optional(v.array(v.object({ state: v.object({ last_seq: v.number() }) }))),
      }),
    ),
    [],
  ),
})

/** The number of messages that were ever published, from the monitor of NATS Streaming. */
export async function countStanMessages(monitor: string): Promise<number> {
  const response = await fetch(`${monitor}/streaming/channelsz?subs=1&limit=1000`)
  const { channels } = v.parse(Channels, await response.json())
  return channels.reduce((total, channel) => total + channel.last_seq, 0)
}

/** The same of JetStream, from the monitors of its servers, separated by commas: one of them is the newest. */
export async function countJetstreamMessages(monitors: string): Promise<number> {
  const counts = await Promise.all(monitors.split(',').map(countOf))
  return Math.max(...counts)
}

async function countOf(monitor: string): Promise<number> {
  const response = await fetch(`${monitor}/jsz?streams=true`)
  const { account_details } = v.parse(Streams, await response.json())
  const streams = account_details.flatMap(({ stream_detail = [] }) => stream_detail)
  return streams.reduce((total, { state }) => total + state.last_seq, 0)
}
