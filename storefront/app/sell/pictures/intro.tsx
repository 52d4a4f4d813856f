import { useHydrated } from '../../ui/use-hydrated.ts'

export function PicturesIntro() {
  const isHydrated = useHydrated()
  return (
    <div>
      <h2 id="pictures" className="small-title" tabIndex={-1}>
        Pictures
      </h2>
      <p className="muted small">
        Up to 8; square ones look best. The first is shown in lists. JPEG, PNG, or WebP
        {isHydrated ? '. Large ones are resized before they are sent.' : ', up to 5 MB each.'}
      </p>
    </div>
  )
}
