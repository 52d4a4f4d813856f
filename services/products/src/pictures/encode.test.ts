import { expect, test } from 'bun:test'
import { failureOf } from '@shop/shared/testing'
import fc from 'fast-check'
import sharp, { type Sharp } from 'sharp'
import { formatOf, sizeOf } from '../domain/picture-format.ts'
import { picture, pngHeader } from '../testing/index.ts'
import { encodePicture } from './encode.ts'

const side = fc.integer({ min: 1, max: 300 })
const encoders: Record<string, (input: Sharp) => Sharp> = {
  png: (input) => input.png(),
  'interlaced png': (input) => input.png({ progressive: true }),
  jpeg: (input) => input.jpeg(),
  'progressive jpeg': (input) =>
    input.withExif({ IFD0: { Artist: 'x' } }).jpeg({ progressive: true }),
  webp: (input) => input.webp(),
  'lossless webp': (input) => input.webp({ lossless: true }),
  'webp with alpha': (input) => input.ensureAlpha(0.5).webp(),
}

test.each(Object.entries(encoders))(
  'the header of an encoded %s is read correctly',
  async (_, encode) => {
    await fc.assert(
      fc.asyncProperty(side, side, async (width, height) => {
        const bytes = await encode(picture(width, height)).toBuffer()
        const format = formatOf(bytes)
        expect(format && sizeOf(format, bytes)).toEqual({ width, height })
      }),
      { numRuns: 10 },
    )
  },
)

const deep = (width: number, height: number) =>
  picture(width, height).ensureAlpha(0.5).toColourspace('rgb16')

const sizes = async (bytes: Uint8Array) =>
  Promise.all(
    Object.values(await encodePicture(bytes)).map(async (encoded) => {
      const { format, width, height } = await sharp(encoded).metadata()
      return `${format} ${width}×${height}`
    }),
  )

test('a picture is encoded in three widths', async () => {
  const wide = await picture(1600, 800).png().toBuffer()
  expect(await sizes(wide)).toEqual(['webp 320×160', 'webp 640×320', 'webp 1200×600'])
})

test('no width is larger than the original', async () => {
  const small = await picture(400, 100).jpeg().toBuffer()
  expect(await sizes(small)).toEqual(['webp 320×80', 'webp 400×100', 'webp 400×100'])
})

test('a picture is rotated upright and its metadata removed', async () => {
  const exif = { IFD0: { Copyright: 'the photographer' } }
  const sideways = picture(200, 100).withExif(exif).withMetadata({ orientation: 6 }).jpeg()
  const encoded = await encodePicture(await sideways.toBuffer())
  const { width, height, exif: left, orientation } = await sharp(encoded[1200]).metadata()
  expect({ width, height, left, orientation }).toEqual({
    width: 100,
    height: 200,
    left: undefined,
    orientation: undefined,
  })
})

test.each([
  ['16 bits per channel', picture(50, 40).toColourspace('rgb16').png()],
  ['the colours of print', picture(50, 40).toColourspace('cmyk').jpeg()],
  ['greys', picture(50, 40).toColourspace('b-w').png()],
  ['a palette', picture(50, 40).png({ palette: true })],
])('a picture with %s is encoded', async (_, source) => {
  expect((await sizes(await source.toBuffer()))[0]).toBe('webp 50×40')
})

test('bytes after the end of a picture are dropped', async () => {
  const script = Buffer.from('<script>alert(1)</script>')
  const polyglot = Buffer.concat([await picture(50, 50).png().toBuffer(), script])
  for (const encoded of Object.values(await encodePicture(polyglot)))
    expect(encoded.includes('<script>')).toBe(false)
})

test('a truncated picture or a mere header is refused', async () => {
  const noise = picture(300, 300)
  const whole = await noise.jpeg().toBuffer()
  for (const damaged of [whole.subarray(0, whole.length / 2), pngHeader(100, 100)])
    expect(await failureOf(encodePicture(damaged))).toMatchObject({ code: 'validation' })
})

const MEMORY_MB = 120

/** The peak growth in MB of a separate process while it encodes a picture. */
function growth(bytes: Buffer): number {
  const code = `
    import { encodePicture } from '${import.meta.dir}/encode.ts'
    import { picture } from '${import.meta.dir}/../testing/pictures.ts'
    const kB = async (name) =>
      Number((await Bun.file('/proc/self/status').text()).match(new RegExp(name + ':\\\\s+(\\\\d+)'))[1])
    await encodePicture(await picture(10, 10).png().toBuffer())
    const before = await kB('VmRSS')
    await encodePicture(new Uint8Array(await Bun.stdin.arrayBuffer())).catch(() => {})
    console.log((await kB('VmHWM') - before) / 1024)`
  const { stdout } = Bun.spawnSync(
    ['env', 'MIMALLOC_PURGE_DELAY=0', process.execPath, '-e', code],
    {
      stdin: bytes,
      stderr: 'inherit',
    },
  )
  return Number(stdout.toString())
}

test.each([
  ['the widest picture', () => picture(10_000, 2500).png()],
  ['the tallest picture', () => picture(2500, 10_000).png()],
  ['a deep, interlaced picture', () => deep(3000, 2000).png({ progressive: true })],
  ['a progressive photograph', () => picture(5000, 5000).jpeg({ progressive: true })],
])('%s takes little memory', async (_, draw) => {
  const grown = growth(await draw().toBuffer())
  expect(grown).toBeGreaterThan(0)
  expect(grown).toBeLessThan(MEMORY_MB)
})

test('a failure to load sharp is not reported as a damaged picture', async () => {
  const png = await picture(50, 50).png().toBuffer()
  const child = Bun.spawnSync({
    cmd: [
      process.execPath,
      '-e',
      `import { mock } from 'bun:test'
       mock.module('sharp', () => { throw new Error('no such library') })
       const { encodePicture } = await import('${import.meta.dir}/encode.ts')
       await encodePicture(Buffer.from('${png.toString('base64')}', 'base64'))
         .catch((error) => console.log(error.message))`,
    ],
    stderr: 'inherit',
  })
  expect(child.stdout.toString()).toContain('no such library')
})
