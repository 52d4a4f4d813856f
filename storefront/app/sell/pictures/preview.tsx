import { useEffect, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { PICTURE_TYPES } from './files.ts'

const SIDE = 320

export function UploadPreview({ file, isFaulty }: { file: File; isFaulty: boolean }) {
  const [url, setUrl] = useState<string | null>(null)
  const [isBroken, setIsBroken] = useState(false)
  const isPicture = PICTURE_TYPES.includes(file.type)

  useEffect(() => {
    if (!isPicture) return undefined
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file, isPicture])

  if (!isPicture || isFaulty || isBroken)
    return (
      <span className="blank">
        <Icon name="warning" />
      </span>
    )
  if (url === null) return <span className="picture" aria-hidden="true" />
  return (
    <img
      className="picture"
      src={url}
      alt=""
      width={SIDE}
      height={SIDE}
      onError={() => setIsBroken(true)}
    />
  )
}
