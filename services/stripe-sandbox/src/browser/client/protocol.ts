import type { Stripe } from 'stripe'

/** The part of Stripe's Appearance that the card form follows. */
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

/** The part of the Payment Element's options that concerns a card. */
export interface ElementOptions {
  defaultValues?: { billingDetails?: { address?: { country?: string; postal_code?: string } } }
  fields?: { billingDetails?: BillingFields }
  readOnly?: boolean
}

export interface BillingDetails {
  address?: Record<string, string | null>
  [detail: string]: string | null | undefined | Record<string, string | null>
}

/** What a shop adds to the card when it asks for a ConfirmationToken. */
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

/** What the card form is given when its frame has loaded. */
export interface Setup {
  key: string
  appearance: Appearance
  fonts: FontSource[]
  options: ElementOptions
}

/** What the shop's page asks of the card form. */
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

/** What the card form tells without being asked. */
export type Notice =
  | { notice: 'ready'; colorScheme: ColorScheme }
  | { notice: 'resize'; height: number }
  | ({ notice: 'change' } & FormState)
  | { notice: 'focus' | 'blur' | 'escape' }

export type Message = Notice | { notice: 'reply'; id: number; result: unknown }
