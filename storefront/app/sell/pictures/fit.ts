import { MAX_PICTURE_BYTES } from '@shop/shared/contracts'
import { isFitting, smallerSize, type Size } from './size.ts'

const QUALITY = 0.88
const SHARES = [1, 0.7, 0.4]

/** A picture as the service takes it: as it is, or drawn smaller; null when this browser cannot do that. */
export async function fitPicture(file: File, onShrink: () => void): Promise<File | null> {
  const url = URL.createObjectURL(file)
  try {
    const image = await loaded(url)
    // What this browser cannot show, the service may be able to read.
    if (image === null) return file.size <= MAX_PICTURE_BYTES ? file : null
    const size = { width: image.naturalWidth, height: image.naturalHeight }
    if (isFitting(file, size)) return file
    onShrink()
    for (const share of SHARES) {
      const blob = await drawn(image, smallerSize(size, share))
      if (blob !== null && blob.size <= MAX_PICTURE_BYTES)
        return new File([blob], file.name, { type: blob.type })
    }
    return null
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** The picture, upright as its camera noted; null when it cannot be shown. */
async function loaded(url: string): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = url
  return image.decode().then(
    () => image,
    () => null,
  )
}

async function drawn(image: HTMLImageElement, { width, height }: Size): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, width, height)
  const webp = await encoded(canvas, 'image/webp')
  if (webp?.type === 'image/webp') return webp
  // JPEG knows no transparency: what is see-through would become black.
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  return encoded(canvas, 'image/jpeg')
}

function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY))
}
