import type { MessageResponse, StaffOrderResponse } from '@shop/shared/contracts'
import type { FormFault } from '../forms/parse-form.ts'

/** What the parts of the staff's page of an order show. */
export interface OrderPage {
  order: StaffOrderResponse
  /** Null when the service does not respond. */
  messages: MessageResponse[] | null
  /** Names by id. */
  sellers: Record<string, string>
  idempotencyKey: string
  fault: FormFault | undefined
}
