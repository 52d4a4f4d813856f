import { useRouteLoaderData } from '@remix-run/react'
import type { CurrentUserResponse } from '@shop/shared/contracts'
import type { InferOutput } from 'valibot'

/** What every page knows of its visitor. */
export interface RootData {
  user: InferOutput<typeof CurrentUserResponse>['currentUser']
  cartCount: number
  /** Makes all first adds of a new visitor belong to one guest; empty once there is a session. */
  guestKey: string
  requestId: string
}

/** The data of the root route; undefined when its loader failed. */
export const useRootData = () => useRouteLoaderData<RootData>('root')
