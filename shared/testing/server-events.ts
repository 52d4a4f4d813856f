import type { OrderResponse } from '../contracts/index.ts'

interface ServerEvent {
  event: string
  id: string
  data: OrderResponse
}

/** The server-sent events of a response, without comments. */
export async function* serverEvents(response: Response): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of response.body ?? []) {
    const blocks = (text + decoder.decode(bytes, { stream: true })).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks.filter((each) => !each.startsWith(':'))) yield parsed(block)
  }
}

function parsed(block: string): ServerEvent {
  const fields = block.split('\n').map((line) => line.split(/: (.*)/, 2))
  const { event = '', id = '', data = '' } = Object.fromEntries(fields)
  return { event, id, data: JSON.parse(data) }
}
