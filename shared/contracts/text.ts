import * as v from 'valibot'

// Joiners shape letters and emoji, variation selectors choose glyphs: both belong to visible characters.
const UNSEEN = /(?![\u200c\u200d\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\u2800]/u
const VISIBLE = /[^\p{White_Space}\p{Cc}\p{Cf}\p{M}\p{DI}\u2800]/u
// A joiner beside a Latin letter, a space or nothing changes no glyph: two names with and without it look the same.
const LOOSE_JOINER =
  /(?:^|[\p{Script=Latin}\p{N}\s])[\u200c\u200d]|[\u200c\u200d](?:[\p{Script=Latin}\p{N}\s]|$)/u

const isSeen = (text: string) => !UNSEEN.test(text) && !LOOSE_JOINER.test(text)

function oneLine(max: number) {
  return v.pipe(
    v.string(),
    v.check((text) => text.isWellFormed(), 'Must be valid Unicode'),
    v.normalize('NFC'),
    v.trim(),
    v.check(isSeen, 'Must not contain control characters or invisible characters'),
    v.maxLength(max, `Must have at most ${max} characters`),
  )
}

/** A line of text that people see, in NFC: at least one visible character, `max` UTF-16 units, nothing unseen. */
export function visibleText(max: number, missing = 'Must not be empty') {
  return v.pipe(
    v.string(missing),
    oneLine(max),
    v.check((text) => VISIBLE.test(text), missing),
  )
}

/** A line of text that may be left empty; otherwise as `visibleText`. */
export function optionalText(max: number) {
  return v.pipe(
    oneLine(max),
    v.check((text) => text === '' || VISIBLE.test(text), 'Must have a visible character'),
  )
}

/** A text of any number of lines, in NFC with `\n` between them, that may be left empty. */
export function multilineText(max: number) {
  return v.pipe(
    v.string(),
    v.check((text) => text.isWellFormed(), 'Must be valid Unicode'),
    v.normalize('NFC'),
    v.transform((text) => text.replaceAll(/\r\n?/g, '\n').trim()),
    v.check(
      (text) => text.split(/[\n\t]/).every(isSeen),
      'Must not contain control characters or invisible characters',
    ),
    v.maxLength(max, `Must have at most ${max.toLocaleString('en-US')} characters`),
  )
}
