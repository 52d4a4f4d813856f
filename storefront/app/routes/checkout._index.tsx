import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/server-runtime'
import { currentUser } from '../api/auth.server.ts'
import { getCart } from '../api/cart.server.ts'
import type { Api } from '../api/client.server.ts'
import { getOrder } from '../api/orders.server.ts'
import { AddressFields } from '../components/address-fields.tsx'
import { CheckoutFrame } from '../components/checkout-frame.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextField } from '../components/field.tsx'
import { Submit } from '../components/submit.tsx'
import { AddressForm, GuestForm } from '../lib/address-form.ts'
import { totalsOf } from '../lib/cart.ts'
import { parseForm, type FormFault, type Parsed } from '../lib/forms.ts'
import { orderCart } from '../lib/place-order.server.ts'
import { faultOf } from '../lib/refusals.server.ts'
import { pageTitle } from '../lib/words.ts'

export const handle = { header: 'own' }
export const meta = () => [{ title: pageTitle('Checkout') }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { api } = context
  const { cart, isGuest } = await checkoutOf(api)
  const instead = new URL(request.url).searchParams.get('instead')
  const before = instead === null ? null : await getOrder(api, instead).catch(() => null)
  const { email, address } = before ?? {}
  return data({
    items: cart.items,
    isGuest,
    instead,
    values: { ...(email && { email }), ...address } as Record<string, string>,
  })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { api } = context
  const { cart, isGuest } = await checkoutOf(api)
  const form = await request.formData()
  const address = parseForm(AddressForm, form)
  const guest: Parsed<{ email?: string }> = isGuest ? parseForm(GuestForm, form) : { output: {} }
  if (address.fault !== undefined || guest.fault !== undefined)
    return data(bothFaults(guest.fault, address.fault), { status: 400 })
  const instead = form.get('instead')
  try {
    const id = await orderCart(api, {
      cart,
      address: address.output,
      ...guest.output,
      instead: typeof instead === 'string' && instead !== '' ? instead : null,
    })
    return redirect(`/checkout/${id}`, { status: 303 })
  } catch (error) {
    if (error instanceof Response) throw error
    return data(faultOf(error, form), { status: 400 })
  }
}

/** The cart as it can be ordered; what has changed since must be accepted first. */
async function checkoutOf(api: Api) {
  const [user, cart] = await Promise.all([currentUser(api), getCart(api)])
  if (cart === null || cart.items.length === 0) throw redirect('/cart')
  if (cart.items.some(({ drift }) => drift !== undefined)) throw redirect('/cart?changed=1')
  return { cart, isGuest: user === null || user.role === 'guest' }
}

function bothFaults(...faults: (FormFault | undefined)[]): FormFault {
  const present = faults.filter((fault) => fault !== undefined)
  return {
    fields: Object.assign({}, ...present.map(({ fields }) => fields)) as FormFault['fields'],
    values: present[0]?.values ?? {},
  }
}

export default function Checkout() {
  const { items, isGuest, instead, values: known } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()
  const { state } = useNavigation()
  const values = fault?.values ?? known
  return (
    <CheckoutFrame step="address" lines={items} totals={totalsOf(items)}>
      <Form method="post" noValidate className="card stack g5" aria-labelledby="to">
        <ErrorSummary fault={fault} />
        <h2 id="to">Where should it go?</h2>
        <input type="hidden" name="instead" value={instead ?? ''} />
        {isGuest && (
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            help="For the receipt. No account is needed."
            defaultValue={values['email'] ?? ''}
            error={fault?.fields['email']}
          />
        )}
        <AddressFields values={values} fields={fault?.fields ?? {}} />
        <Submit className="big full" isPending={state !== 'idle'} pendingText="Saving…">
          Go on to payment
        </Submit>
      </Form>
    </CheckoutFrame>
  )
}
