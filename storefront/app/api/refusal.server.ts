import type { Problem } from '@shop/shared/contracts'

const UNAVAILABLE = 503

class ApiRefusal extends Error {
  override name = 'ApiRefusal'
  readonly status: number
  readonly problem: Problem
  readonly retryAfter: number | undefined

  constructor(status: number, problem: Problem, retryAfter: number | undefined) {
    super(problem.detail)
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** Checks by name, because server and pages are bundled separately. */
export function isRefusal(error: unknown): error is ApiRefusal {
  return error instanceof Error && error.name === 'ApiRefusal'
}

/** Whether a service was unavailable; thrown by a loader, it renders the error page. */
export function isUnavailable(error: unknown): error is Response {
  return error instanceof Response && error.status === UNAVAILABLE
}

export function unavailable(): Response {
  return new Response(null, { status: UNAVAILABLE, statusText: 'Service Unavailable' })
}

/** The refusal that a response stands for. */
export async function refusalOf(response: Response): Promise<ApiRefusal> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const text = await response.text()
  return new ApiRefusal(
    response.status,
    problemIn(text, response.status),
    Number.isNaN(retryAfter) ? undefined : retryAfter,
  )
}

const NO_PROBLEM: Problem = {
  type: '/problems/refused',
  title: 'The request was refused',
  status: 400,
  detail: 'The request was refused.',
  requestId: '',
  errors: [],
}

function problemIn(text: string, status: number): Problem {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return { ...NO_PROBLEM, status }
  }
}

/** The refusal of an address that cannot be a route. */
export function notFound(): ApiRefusal {
  const detail = 'There is nothing at this address'
  return new ApiRefusal(404, { ...NO_PROBLEM, type: '/problems/not-found', detail }, undefined)
}
