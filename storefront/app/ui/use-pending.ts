import { useNavigation } from '@remix-run/react'

/** Whether the form with this intent is being submitted, on a page with several forms. */
export function usePending(intent: string): boolean {
  const { state, formData } = useNavigation()
  return state !== 'idle' && formData?.get('intent') === intent
}
