import { useOffline } from './use-offline.ts'

/** Tells that there is no connection, and what that means here. */
export function OfflineBanner() {
  const { isOffline, stopped } = useOffline()
  if (!isOffline) return null
  return (
    <div className="banner" role="status">
      <p className="wrap" key={stopped}>
        {stopped === 0
          ? 'You are offline. What you see may be old, and nothing can be sent.'
          : 'You are offline. This page stays open until you are connected again.'}
      </p>
    </div>
  )
}
