import * as v from 'valibot'

// Joiners and variation selectors are part of visible letters and emoji.
const INVISIBLE = /(?![\u200c\u200d\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]/u
const VISIBLE = /[^\p{White_Space}\p{Cc}\p{Cf}\p{M}\p{DI}\u2800]/u
// A joiner next to a Latin letter, a space or nothing is invisible: two names could look the same.
const LOOSE_JOINER =
  /(?:^|[\p{Script=Latin}\p{N}\s])[\u200c\u200d]|[\u200c\u200d](?:[\p{Script=Latin}\p{N}\s]|$)/u

const isVisible = (text: string) => !INVISIBLE.test(text) && !LOOSE_JOINER.test(text)

function oneLine(max: number) {
  return v.pipe(
    v.string(),
    v.check((text) => text.isWellFormed(), 'Must be valid Unicode'),
    v.normalize('NFC'),
    v.trim(),
    v.check(isVisible, 'Must not contain control characters or invisible characters'),
    v.maxLength(max, `Must have at most ${max} characters`),
  )
}

/** A required line of text in NFC, without control or invisible characters. */
export function visibleText(max: number, missing = 'Must not be empty') {
  return v.pipe(
    v.string(missing),
    oneLine(max),
    v.check((text) => VISIBLE.test(text), missing),
  )
}

/** A line of text that can be empty; otherwise like `visibleText`. */
export function optionalText(max: number) {
  return v.pipe(
    oneLine(max),
    v.check((text) => text === '' || VISIBLE.test(text), 'Must have a visible character'),
  )
}

/** Text of several lines, in NFC with `\n` as line break, that can be empty. */
export function multilineText(max: number) {
  return v.pipe(
    v.string(),
    v.check((text) => text.isWellFormed(), 'Must be valid Unicode'),
    v.normalize('NFC'),
    v.transform((text) => text.replaceAll(/\r\n?/g, '\n').trim()),
    v.check(
      (text) => text.split(/[\n\t]/).every(isVisible),
      'Must not contain control characters or invisible characters',
    ),
    v.maxLength(max, `Must have at most ${max.toLocaleString('en-US')} characters`),
  )
}
