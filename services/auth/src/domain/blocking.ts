import { ShopError, type Role } from '@shop/shared/contracts'

export interface StaffAct {
  act: 'block' | 'unblock'
  reason: string
  /** The member of staff. */
  by: string
  at: Date
}

interface Account {
  role: Role
  isBlocked?: boolean
  acts?: StaffAct[]
}

const MAX_ACTS = 50

/** The account after an act of staff; null when it is so already. Throws `forbidden` for staff. */
export function actOn(
  { role, isBlocked = false, acts = [] }: Account,
  act: StaffAct,
): Required<Pick<Account, 'isBlocked' | 'acts'>> | null {
  if (role === 'admin') throw new ShopError('forbidden', 'Staff cannot be blocked')
  const isToBeBlocked = act.act === 'block'
  if (isBlocked === isToBeBlocked) return null
  return { isBlocked: isToBeBlocked, acts: [...acts, act].slice(-MAX_ACTS) }
}

/** Throws `blocked` for a blocked account. */
export function refuseBlocked({ isBlocked }: Pick<Account, 'isBlocked'>): void {
  if (isBlocked === true)
    throw new ShopError('blocked', 'This account is blocked. The reason is in the email we sent.')
}

/** The act by which an account is blocked, if it is. */
export function blockOf({ isBlocked, acts = [] }: Pick<Account, 'isBlocked' | 'acts'>) {
  return isBlocked === true ? acts.findLast(({ act }) => act === 'block') : undefined
}
