import type { Stripe } from 'stripe'

/** The part of Stripe's Appearance that the card form supports. */
export interface Appearance {
  theme?: 'stripe' | 'night' | 'flat'
  variables?: Record<string, string>
  rules?: Record<string, Record<string, string>>
}

export type FontSource =
  | { cssSrc: string }
  | ({ family: string; src: string } & FontFaceDescriptors)

type Shown = 'auto' | 'never' | 'if_required'
export type BillingFields =
  | Shown
  | {
      [field: string]: Shown | Record<string, Shown> | undefined
      address?: Shown | Record<string, Shown>
    }

/** The Payment Element's options for cards. */
export interface ElementOptions {
  defaultValues?: { billingDetails?: { address?: { country?: string; postal_code?: string } } }
  fields?: { billingDetails?: BillingFields }
  readOnly?: boolean
}

export interface BillingDetails {
  address?: Record<string, string | null>
  [detail: string]: string | null | undefined | Record<string, string | null>
}

/** Parameters from the shop for a ConfirmationToken. */
export interface TokenParams {
  payment_method_data?: { billing_details?: BillingDetails; metadata?: Record<string, string> }
  return_url?: string
  shipping?: object
}

export interface StripeError {
  type: string
  code?: string
  message: string
  payment_intent?: Stripe.PaymentIntent
}

export type TokenResult = { confirmationToken: Stripe.ConfirmationToken } | { error: StripeError }

export type ColorScheme = 'light' | 'dark'

/** Sent to the card form when its frame has loaded. */
export interface Setup {
  key: string
  appearance: Appearance
  fonts: FontSource[]
  options: ElementOptions
}

/** Commands from the shop's page to the card form. */
export interface Commands {
  submit: () => { error?: StripeError }
  createConfirmationToken: (params: TokenParams) => Promise<TokenResult>
  setAppearance: (appearance: Appearance) => ColorScheme
  setOptions: (options: ElementOptions) => void
  focus: () => void
  blur: () => void
  clear: () => void
}

export interface Call {
  id: number
  command: keyof Commands
  args: unknown[]
}

export interface FormState {
  empty: boolean
  complete: boolean
}

/** Unsolicited messages from the card form. */
export type Notice =
  | { notice: 'ready'; colorScheme: ColorScheme }
  | { notice: 'resize'; height: number }
  | ({ notice: 'change' } & FormState)
  | { notice: 'focus' | 'blur' | 'escape' }

export type Message = Notice | { notice: 'response'; id: number; result: unknown }
