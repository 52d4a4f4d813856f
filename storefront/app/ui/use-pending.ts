import { useNavigation } from '@remix-run/react'

/** Whether the form with this intent is under way, on a page that has several. */
export function usePending(intent: string): boolean {
  const { state, formData } = useNavigation()
  return state !== 'idle' && formData?.get('intent') === intent
}
