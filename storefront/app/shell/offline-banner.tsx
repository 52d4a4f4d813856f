import { useOffline } from './use-offline.ts'

export function OfflineBanner() {
  const { isOffline, stoppedCount } = useOffline()
  if (!isOffline) return null
  return (
    <div className="banner" role="status">
      <p className="wrap" key={stoppedCount}>
        {stoppedCount === 0
          ? 'You’re offline. What you see may be out of date, and nothing can be sent.'
          : 'You’re offline. This page stays open until you’re back online.'}
      </p>
    </div>
  )
}
