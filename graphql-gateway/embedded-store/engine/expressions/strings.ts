// Strings: joining, cutting, searching, case, trimming and replacing. Lengths count code points.
import { fail } from '../../bson/errors.ts'
import {
  BSONSymbol,
  Code,
  isNullish,
  isNumeric,
  Timestamp,
  toDouble,
  typeNameOf,
  type Value,
} from '../../bson/values.ts'
import { searchBound } from './arrays.ts'
import { isoText } from './dates.ts'
import { decimalText, doubleText } from './number-text.ts'
import { named, operation, type Operator, type Operators, unary } from './operator.ts'

/** What `$toUpper`, `$toLower` and `$substrCP` read as text. @throws MongoError 16007. */
function textOf(value: Value | undefined, name: string): string {
  if (isNullish(value)) return ''
  if (typeof value === 'string') return value
  if (value instanceof BSONSymbol) return value.value
  if (value instanceof Code) return value.code
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (isNumeric(value)) return doubleText(value) ?? decimalText(value)
  if (value instanceof Date) return isoText(value)
  if (value instanceof Timestamp)
    return fail(115, `${name} of a timestamp is not supported by the embedded store`)
  return fail(16007, `can't convert from BSON type ${typeNameOf(value)} to String`)
}

const concat: Operator = operation(0, Infinity, (args) => {
  let result = ''
  let missing = false
  for (const value of args) {
    if (isNullish(value)) missing = true
    else if (typeof value !== 'string')
      return fail(16702, `$concat only supports strings, not ${typeNameOf(value)}`)
    else result += value
    if (missing) return null
    if (result.length > 16 * 1024 * 1024) fail(10334, '$concat would make a string larger than 16 MB')
  }
  return result
})

// Only ASCII letters change case, as MongoDB documents it.
const upper = (text: string): string => text.replace(/[a-z]+/g, (part) => part.toUpperCase())
const lower = (text: string): string => text.replace(/[A-Z]+/g, (part) => part.toLowerCase())

const substrCP: Operator = operation(3, 3, ([value, from, count], name) => {
  const text = textOf(value, name)
  if (!isNumeric(from))
    return fail(34450, `${name}: starting index must be a numeric type (is BSON type ${typeNameOf(from)})`)
  const start = wholeOr(
    from,
    34451,
    `${name}: starting index cannot be represented as a 32-bit integral value`,
  )
  if (!isNumeric(count))
    return fail(34452, `${name}: length must be a numeric type (is BSON type ${typeNameOf(count)})`)
  const length = wholeOr(count, 34453, `${name}: length cannot be represented as a 32-bit integral value`)
  if (length < 0) fail(34454, `${name}: length must be a nonnegative integer.`)
  if (start < 0) fail(34455, `${name}: the starting index must be nonnegative integer.`)
  return [...text].slice(start, start + length).join('')
})

function wholeOr(value: Value, code: number, message: string): number {
  const n = isNumeric(value) ? toDouble(value) : NaN
  return Number.isInteger(n) && Math.abs(n) <= 0x7fffffff ? n : fail(code, message)
}

const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count++
  return count
}

const indexOf: Operator = operation(2, 4, (args, name) => {
  const [text, wanted, from, to] = args
  if (isNullish(text)) return null
  if (typeof text !== 'string')
    return fail(40093, `${name} requires a string as the first argument, found: ${typeNameOf(text)}`)
  if (typeof wanted !== 'string')
    return fail(40094, `${name} requires a string as the second argument, found: ${typeNameOf(wanted)}`)
  const start = args.length > 2 ? (searchBound(from ?? null, name, 'starting') ?? 0) : 0
  const stop = args.length > 3 ? (searchBound(to ?? null, name, 'ending') ?? 0) : Infinity
  const points = Array.from(text)
  if (start > points.length || start > stop) return -1
  const within = points.slice(start, Math.min(stop, points.length)).join('')
  const at = within.indexOf(wanted)
  return at < 0 ? -1 : start + codePoints(within.slice(0, at))
})

const split: Operator = operation(2, 2, ([text, by]) => {
  if (isNullish(text) || isNullish(by)) return null
  if (typeof text !== 'string')
    return fail(
      40085,
      `$split requires an expression that evaluates to a string as a first argument, found: ${typeNameOf(text)}`,
    )
  if (typeof by !== 'string')
    return fail(
      40086,
      `$split requires an expression that evaluates to a string as a second argument, found: ${typeNameOf(by)}`,
    )
  return by === '' ? fail(40087, '$split requires a non-empty separator') : text.split(by)
})

/** What `$trim` removes when no characters are named. */
const blanks = [
  ...'\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
]

const trim = (atStart: boolean, atEnd: boolean): Operator =>
  named(
    { known: ['input', 'chars'], required: ['input'], notObject: 50696, unknown: 50694, missing: 50695 },
    (arg, name, has) => {
      const input = arg('input')
      const chars = arg('chars')
      if (isNullish(input)) return null
      if (typeof input !== 'string')
        return fail(50699, `${name} requires its input to be a string, got ${typeNameOf(input)} instead.`)
      if (has('chars') && isNullish(chars)) return null
      if (chars !== undefined && typeof chars !== 'string')
        return fail(50700, `${name} requires 'chars' to be a string, got ${typeNameOf(chars)} instead.`)
      const drop = new Set<string>(typeof chars === 'string' ? chars : blanks)
      const points = [...input]
      let [from, to] = [0, points.length]
      while (atStart && from < to && drop.has(points[from] ?? '')) from++
      while (atEnd && to > from && drop.has(points[to - 1] ?? '')) to--
      return points.slice(from, to).join('')
    },
  )

const replace = (all: boolean): Operator =>
  named(
    {
      known: ['input', 'find', 'replacement'],
      required: ['input', 'find', 'replacement'],
      notObject: 51751,
      unknown: 51750,
      missing: { input: 51749, find: 51748, replacement: 51747 },
    },
    (arg, name) => {
      const [input, find, replacement] = [arg('input'), arg('find'), arg('replacement')]
      const check = (value: Value | undefined, code: number, what: string): void => {
        if (!isNullish(value) && typeof value !== 'string')
          fail(code, `${name} requires that '${what}' be a string, found: ${typeNameOf(value)}`)
      }
      check(input, 51746, 'input')
      check(find, 51745, 'find')
      check(replacement, 51744, 'replacement')
      if (typeof input !== 'string' || typeof find !== 'string' || typeof replacement !== 'string')
        return null
      if (all && find === '' && /[^\0-\x7f]/.test(input))
        fail(
          115,
          `${name} with an empty 'find' takes text beyond ASCII apart, which the embedded store does not`,
        )
      if (!all) return input.replace(find, () => replacement)
      if (input.length + (input.length + 1) * replacement.length > 64 * 1024 * 1024)
        fail(10334, `${name} would make a string that is too large`)
      return input.replaceAll(find, () => replacement)
    },
  )

export const strings: Operators = {
  $concat: concat,
  $toUpper: unary((value, name) => upper(textOf(value, name))),
  $toLower: unary((value, name) => lower(textOf(value, name))),
  $substrCP: substrCP,
  $strLenCP: unary((value, name) =>
    typeof value === 'string'
      ? codePoints(value)
      : fail(34471, `${name} requires a string argument, found: ${typeNameOf(value)}`),
  ),
  $indexOfCP: indexOf,
  $split: split,
  $trim: trim(true, true),
  $ltrim: trim(true, false),
  $rtrim: trim(false, true),
  $replaceOne: replace(false),
  $replaceAll: replace(true),
}
