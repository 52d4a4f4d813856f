import type { Context } from 'hono'
import { html } from 'hono/html'
import { CARD_FORM_STYLE } from './card-form-style.ts'
import { showFrame } from './frame.ts'
import type { Markup } from './page.ts'

const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'

const countryNames = new Intl.DisplayNames('en', { type: 'region' })

/** All countries, sorted by English name. */
const COUNTRIES = CODES.split(' ')
  .map((code) => ({ code, name: countryNames.of(code) ?? code }))
  .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))

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

/** The page in the card form's frame, with Stripe's names and ids so that tests fill both alike. */
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
