import * as v from 'valibot'

const Channels = v.object({
  channels: v.array(v.object({ name: v.string(), last_seq: v.number() })),
})

/** The number of messages that were ever published, from the broker's monitor. */
export async function countMessages(monitor: string): Promise<number> {
  const response = await fetch(`${monitor}/streaming/channelsz?subs=1&limit=1000`)
  const { channels } = v.parse(Channels, await response.json())
  return channels.reduce((total, channel) => total + channel.last_seq, 0)
}
