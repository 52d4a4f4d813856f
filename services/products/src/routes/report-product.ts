import { requireSession, sessionOf } from '@shop/shared/auth'
import { ReportBody, notFound, tooManyRequests } from '@shop/shared/contracts'
import { createHandlers, limitBody, validId, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { toReportResponse } from '../moderation/case-response.ts'
import { isVisibleTo } from './visibility.ts'

const PER_DAY = 10
const DAY_S = 24 * 3600

/** `POST /api/products/:id/reports` */
export function reportProduct({ products, reports }: Deps) {
  const [id, body] = [validId('Product'), validJson(ReportBody)] as const
  return createHandlers(requireSession, id, limitBody(), body, async (c) => {
    const session = sessionOf(c)
    const product = await products.find(c.req.valid('param').id)
    if (product === null || !isVisibleTo(product, session)) throw notFound('Product')
    const { sub } = session
    const made = await reports.find(product.id, sub)
    if (made !== null) return c.json(toReportResponse(made), 201)
    const since = new Date(Date.now() - DAY_S * 1000)
    if ((await reports.countSince(sub, since, PER_DAY)) >= PER_DAY)
      throw tooManyRequests(DAY_S, 'Too many reports today')
    const report = await reports.insert(product.id, sub, c.req.valid('json'))
    return c.json(toReportResponse(report), 201)
  })
}
