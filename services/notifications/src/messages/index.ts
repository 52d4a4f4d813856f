import type { Kind } from '../domain/message.ts'
import { blocked } from './blocked.ts'
import { cannotSend } from './cannot-send.ts'
import { find } from './find.ts'
import { orderCancelled } from './order-cancelled.ts'
import { parcelCancelled } from './parcel-cancelled.ts'
import { parcelSent } from './parcel-sent.ts'
import { passwordChanged } from './password-changed.ts'
import { productHidden } from './product-hidden.ts'
import { productShown } from './product-shown.ts'
import { receipt } from './receipt.ts'
import { refundFailedSeller } from './refund-failed-seller.ts'
import { refundFailed } from './refund-failed.ts'
import { refundMade } from './refund-made.ts'
import { reset } from './reset.ts'
import { returnAccepted } from './return-accepted.ts'
import { returnAsked } from './return-asked.ts'
import { returnReceived } from './return-received.ts'
import { returnRefused } from './return-refused.ts'
import { sold } from './sold.ts'
import type { Template } from './template.ts'
import { verify } from './verify.ts'

/** The template of every kind of message. */
export const TEMPLATES: { [K in Kind]: Template<K> } = {
  receipt,
  sold,
  'order-cancelled': orderCancelled,
  'parcel-sent': parcelSent,
  'cannot-send': cannotSend,
  'parcel-cancelled': parcelCancelled,
  'return-asked': returnAsked,
  'return-received': returnReceived,
  'return-accepted': returnAccepted,
  'return-refused': returnRefused,
  'refund-made': refundMade,
  'refund-failed': refundFailed,
  'refund-failed-seller': refundFailedSeller,
  verify,
  reset,
  'password-changed': passwordChanged,
  blocked,
  'product-hidden': productHidden,
  'product-shown': productShown,
  find,
}
