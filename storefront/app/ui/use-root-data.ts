import { useRouteLoaderData } from '@remix-run/react'
import type { CurrentUserResponse } from '@shop/shared/contracts'
import type { InferOutput } from 'valibot'

export interface RootData {
  user: InferOutput<typeof CurrentUserResponse>['currentUser']
  cartCount: number
  /** Makes concurrent first adds of a new visitor share one guest; empty once there is a session. */
  guestKey: string
  requestId: string
}

/** The data of the root route; undefined when its loader failed. */
export const useRootData = () => useRouteLoaderData<RootData>('root')
