export { brandOf, hasValidCheckDigit } from '../../rules/card-number.ts'
