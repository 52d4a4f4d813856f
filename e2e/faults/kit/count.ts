/** One line of a scenario's result; red when its goal is missed. */
export interface Count {
  what: string
  seen: number
  goal: number | 'some' | { atMost: number }
}

/** Whether the goal is met. */
export function isMet({ seen, goal }: Count): boolean {
  if (typeof goal === 'object') return seen <= goal.atMost
  return goal === 'some' ? seen > 0 : seen === goal
}
