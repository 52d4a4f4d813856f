import { MAX_PICTURE_BYTES } from '@shop/shared/contracts'
import { isFitting, smallerSize, type Size } from './size.ts'

const QUALITY = 0.88
const SHARES = [1, 0.7, 0.4]

/** The file as it is or resized to fit the limits; null if this browser can't resize it. */
export async function fitPicture(file: File, onResize: () => void): Promise<File | null> {
  const url = URL.createObjectURL(file)
  try {
    const image = await load(url)
    // The service may read what this browser can't show.
    if (image === null) return file.size <= MAX_PICTURE_BYTES ? file : null
    const size = { width: image.naturalWidth, height: image.naturalHeight }
    if (isFitting(file, size)) return file
    onResize()
    for (const share of SHARES) {
      const blob = await draw(image, smallerSize(size, share))
      if (blob !== null && blob.size <= MAX_PICTURE_BYTES)
        return new File([blob], file.name, { type: blob.type })
    }
    return null
  } finally {
    URL.revokeObjectURL(url)
  }
}

async function load(url: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = url
  return image.decode().then(
    () => image,
    () => null,
  )
}

async function draw(image: HTMLImageElement, { width, height }: Size): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  const webp = await encode(canvas, 'image/webp')
  if (webp?.type === 'image/webp') return webp
  // JPEG has no transparency: transparent areas would turn black.
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  return encode(canvas, 'image/jpeg')
}

function encode(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY))
}
