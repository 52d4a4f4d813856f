import { createDeflate } from 'node:zlib'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const PIECE = new Uint8Array(1024 * 1024)

export interface Shape {
  width: number
  height: number
  /** 16-bit RGBA instead of 8-bit gray. */
  isDeep?: boolean
}

/** A black picture of any size: a few kilobytes that decode to many megabytes. */
export async function blackPng({
  width,
  height,
  isDeep = false,
}: Shape): Promise<Uint8Array<ArrayBuffer>> {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([isDeep ? 16 : 8, isDeep ? 6 : 0], 8)
  const rowBytes = 1 + width * (isDeep ? 8 : 1)
  const data = await deflatedZeros(rowBytes * height)
  const chunks = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())]
  return new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]))
}

async function deflatedZeros(count: number): Promise<Uint8Array> {
  const deflate = createDeflate({ level: 9 })
  const whole = new Response(deflate as unknown as ReadableStream).bytes()
  for (let left = count; left > 0; left -= PIECE.length)
    if (!deflate.write(PIECE.subarray(0, Math.min(left, PIECE.length))))
      await new Promise((resolve) => deflate.once('drain', resolve))
  deflate.end()
  return whole
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(Bun.hash.crc32(body), body.length + 4)
  return frame
}
