/*
 * Stripe's variables and class names, so that a shop's Appearance applies. The form's empty
 * gradient keeps contrast checkers from assuming a white background behind the frame.
 */

/** The stylesheet of the card form. */
export const CARD_FORM_STYLE = `
:root {
  --colorPrimary: #0570de; --colorBackground: #fff; --colorText: #30313d; --colorDanger: #c0123c;
  --colorTextSecondary: color-mix(in srgb, var(--colorText) 78%, transparent);
  --colorTextPlaceholder: color-mix(in srgb, var(--colorText) 68%, var(--colorBackground));
  --fontFamily: system-ui, sans-serif; --fontSizeBase: 16px; --fontLineHeight: 1.25;
  --fontSizeSm: 0.9375rem; --fontSizeXs: 0.8125rem;
  --fontWeightNormal: 400; --fontWeightMedium: 500;
  --spacingUnit: 4px; --borderRadius: 5px;
  --gridRowSpacing: calc(4 * var(--spacingUnit));
  --gridColumnSpacing: calc(3 * var(--spacingUnit));
  --inputColorBorder: color-mix(in srgb, var(--colorText) 55%, var(--colorBackground));
  --inputFocusColorBorder: var(--colorPrimary);
  --inputBoxShadow: none; --inputFocusBoxShadow: none;
  --focusOutline: 2px solid var(--colorPrimary);
  --labelColorText: var(--colorText); --labelFontSize: var(--fontSizeSm);
  --labelFontWeight: var(--fontWeightMedium); --labelSpacing: var(--spacingUnit);
}
[data-theme='night'] {
  --colorPrimary: #85d996; --colorBackground: #30313d; --colorText: #fff; --colorDanger: #fe87a1;
}
[data-theme='flat'] { --colorBackground: #f1f1f1; --colorText: #0a2540; --colorPrimary: #0a5fd0; }
* { box-sizing: border-box; }
html { font-size: var(--fontSizeBase); }
body {
  margin: 0; padding: 4px; overflow: hidden; color: var(--colorText);
  font-family: var(--fontFamily); font-weight: var(--fontWeightNormal);
  line-height: var(--fontLineHeight); -webkit-text-size-adjust: none;
}
form { background: linear-gradient(transparent, transparent); }
fieldset {
  display: grid; grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 0 var(--gridColumnSpacing); margin: 0; padding: 0; border: 0;
}
/* Rows shared with the neighbour: a label of two lines moves both inputs down. */
.Field {
  display: grid; grid-template-rows: subgrid; grid-row: span 3; position: relative;
  margin-bottom: var(--gridRowSpacing);
}
.Field[hidden], .Error:empty { display: none; }
#payment-numberField { grid-column: 1 / -1; }
#payment-countryField:has(+ [hidden]) { grid-column: 1 / -1; }
#payment-countryField[hidden] + .Field { grid-column: 1 / -1; }
@media (max-width: 15rem) { .Field { grid-column: 1 / -1; } }
.Label {
  align-self: end; margin-bottom: var(--labelSpacing); color: var(--labelColorText);
  font-size: var(--labelFontSize); font-weight: var(--labelFontWeight);
}
.Input {
  width: 100%; padding: calc(3 * var(--spacingUnit)); border: 1px solid var(--inputColorBorder);
  border-radius: var(--borderRadius); box-shadow: var(--inputBoxShadow);
  background-color: var(--colorBackground); color: var(--colorText);
  font: inherit; font-variant-numeric: tabular-nums; line-height: inherit; text-overflow: ellipsis;
}
select.Input {
  appearance: none; padding-right: 2.25rem;
  background-image: linear-gradient(45deg, transparent 50%, currentColor 50%),
    linear-gradient(-45deg, transparent 50%, currentColor 50%);
  background-position: right 1.0625rem center, right 0.75rem center;
  background-size: 0.3125rem 0.3125rem; background-repeat: no-repeat;
}
select.Input option { background: var(--colorBackground); color: var(--colorText); }
.Input::placeholder { color: var(--colorTextPlaceholder); opacity: 1; }
.Input:-webkit-autofill { -webkit-text-fill-color: var(--colorText); }
.Input:hover { border-color: var(--colorText); }
.Input:disabled { opacity: 0.7; }
.Input--invalid { border-color: var(--colorDanger); box-shadow: inset 0 0 0 1px var(--colorDanger); }
.Input:focus {
  border-color: var(--inputFocusColorBorder); outline: var(--focusOutline); outline-offset: 0;
  box-shadow: var(--inputFocusBoxShadow);
}
.Brand {
  position: absolute; top: 0; right: 0; color: var(--colorTextSecondary);
  font-size: var(--labelFontSize); font-weight: var(--fontWeightMedium);
}
.Error { margin: var(--spacingUnit) 0 0; color: var(--colorDanger); font-size: var(--fontSizeSm); }
.Note {
  margin: 0; color: var(--colorTextSecondary); font-size: var(--fontSizeXs);
}
@media (forced-colors: active) { select.Input { appearance: auto; } }
.Hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
`
