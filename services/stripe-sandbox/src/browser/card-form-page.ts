import type { Context } from 'hono'
import { html } from 'hono/html'
import { CARD_FORM_STYLE } from './card-form-style.ts'
import { COUNTRIES } from './countries.ts'
import { showFrame } from './frame.ts'
import type { Markup } from './page.ts'

interface TextField {
  name: string
  label: string
  placeholder: string
  autocomplete: string
  inputmode: 'numeric' | 'text'
}

const NUMBER: TextField = {
  name: 'number',
  label: 'Card number',
  placeholder: '1234 1234 1234 1234',
  autocomplete: 'cc-number',
  inputmode: 'numeric',
}
const EXPIRY: TextField = {
  name: 'expiry',
  label: 'Expiration date',
  placeholder: 'MM / YY',
  autocomplete: 'cc-exp',
  inputmode: 'numeric',
}
const CVC: TextField = {
  name: 'cvc',
  label: 'Security code',
  placeholder: 'CVC',
  autocomplete: 'cc-csc',
  inputmode: 'numeric',
}
const POSTAL_CODE: TextField = {
  name: 'postalCode',
  label: 'ZIP code',
  placeholder: '12345',
  autocomplete: 'billing postal-code',
  inputmode: 'text',
}

/** The page of the card form's frame; Stripe's names and ids, so that tests fill both alike. */
export function showCardForm(c: Context) {
  const body = html`<form id="payment-form" novalidate>
    <fieldset id="payment-fields">
      <legend class="Hidden">Card details</legend>
      ${textField(NUMBER)} ${textField(EXPIRY)} ${textField(CVC)} ${countryField()}
      ${textField(POSTAL_CODE)}
    </fieldset>
    <p class="Note">Test payment: no money moves</p>
  </form>`
  return showFrame(c, {
    title: 'Card details',
    style: CARD_FORM_STYLE,
    script: 'card-form.js',
    body,
  })
}

function textField({ name, label, placeholder, autocomplete, inputmode }: TextField): Markup {
  const id = `payment-${name}`
  const isNumber = name === 'number'
  return html`<div class="Field" id="${id}Field">
    <label class="Label" id="${id}Label" for="${id}Input">${label}</label>
    <input
      class="Input Input--empty"
      id="${id}Input"
      name="${name}"
      type="text"
      inputmode="${inputmode}"
      autocomplete="${autocomplete}"
      placeholder="${placeholder}"
      aria-required="true"
      aria-invalid="false"
      aria-describedby="${isNumber ? `${id}Brand ` : ''}${id}Error"
      autocorrect="off"
      spellcheck="false"
    />
    ${isNumber ? html`<span class="Brand" id="${id}Brand"></span>` : null}
    <p class="Error" id="${id}Error" role="alert"></p>
  </div>`
}

function countryField(): Markup {
  return html`<div class="Field" id="payment-countryField">
    <label class="Label" for="payment-countryInput">Country</label>
    <select class="Input" id="payment-countryInput" name="country" autocomplete="billing country">
      ${COUNTRIES.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}
    </select>
  </div>`
}
