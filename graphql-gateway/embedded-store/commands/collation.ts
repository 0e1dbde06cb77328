// Which collations are offered: by code point, and English by the root rules (decision 0011).
import type { TextOrder } from '../bson/compare.ts'
import type { UpdateSpec } from '../engine/update.ts'
import { toWhole, type Document } from '../bson/values.ts'
import { refuse } from './errors.ts'

const sensitivity = ['base', 'accent', 'variant'] as const
const collators = sensitivity.map((level) => new Intl.Collator('en', { sensitivity: level }).compare)

/** The order of texts a command asks for; undefined is the order of code points. @throws MongoError 115, 2 or 40414. */
export function readCollation(collation: Document | undefined): TextOrder | undefined {
  if (!collation || collation.size === 0) return undefined
  const locale = collation.get('locale') ?? refuse(40414, "BSON field 'collation.locale' is missing")
  if (locale === 'simple' && collation.size === 1) return undefined
  const only = [...collation.keys()].every((field) => field === 'locale' || field === 'strength')
  const strength = toWhole(collation.get('strength') ?? 3) ?? 0
  if (strength < 1 || strength > 5) refuse(2, 'collation.strength must be a whole number from 1 to 5')
  return (
    ((locale === 'en' || locale === 'en_US') && only ? collators[strength - 1] : undefined) ??
    refuse(
      115,
      'this collation is not supported by the embedded store, only { locale: "simple" } and English ("en", "en_US") of strength 1, 2 or 3',
    )
  )
}

/** Refuses any collation but that of code points, where texts are kept in order. */
export function checkSimple(collation: Document | undefined): void {
  if (readCollation(collation))
    refuse(115, 'a collation of a collection or an index is not supported by the embedded store')
}

/** Operators that compare no texts. */
const plain = new Set(['$set', '$unset', '$inc', '$mul', '$rename', '$setOnInsert', '$currentDate'])

/** Refuses an update whose outcome a collation would change. */
export function checkCollated(update: UpdateSpec, arrayFilters: readonly Document[] | undefined): void {
  const names = update instanceof Map ? [...update.keys()] : ['an update pipeline']
  const [wrong] = arrayFilters
    ? ['arrayFilters']
    : names.filter((name) => (name.startsWith('$') || !(update instanceof Map)) && !plain.has(name))
  if (wrong) refuse(115, `${wrong} under a collation is not supported by the embedded store`)
}
