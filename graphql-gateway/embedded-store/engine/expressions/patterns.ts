// Regular expressions: $regexMatch $regexFind $regexFindAll.
import { fail } from '../errors.ts'
import { compilePattern, type Found, type Pattern } from '../regex.ts'
import { BSONRegExp, documentOf, isDocument, isNullish, typeNameOf, type Value } from '../values.ts'
import { constantOf, type Expression, fold, type Frame, type Operator, type Operators } from './operator.ts'

const maxFound = 100_000

interface Parts {
  readonly text: string
  readonly pattern: Pattern
}

/** Reads input, regex and options; undefined when input or regex is null. */
function partsOf(
  input: Value | undefined,
  regex: Value | undefined,
  options: Value | undefined,
  name: string,
): Parts | undefined {
  if (!isNullish(input) && typeof input !== 'string')
    fail(51104, `${name} needs 'input' to be of type string`)
  if (!isNullish(regex) && typeof regex !== 'string' && !(regex instanceof BSONRegExp))
    fail(51105, `${name} needs 'regex' to be of type string or regex`)
  if (!isNullish(options) && typeof options !== 'string')
    return fail(51106, `${name} needs 'options' to be of type string`)
  if (regex instanceof BSONRegExp && regex.options && typeof options === 'string' && options)
    fail(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`)
  if (isNullish(regex)) return undefined
  const source = regex instanceof BSONRegExp ? regex.pattern : regex
  const flags =
    typeof options === 'string' && options ? options : regex instanceof BSONRegExp ? regex.options : ''
  if (typeof source !== 'string') return undefined
  if (source.includes('\0')) fail(51109, `${name}: regular expression cannot contain an embedded null byte`)
  if (flags.includes('\0'))
    fail(51110, `${name}: regular expression options cannot contain an embedded null byte`)
  const pattern = compilePattern(source, flags, 51108)
  return typeof input === 'string' ? { text: input, pattern } : undefined
}

const regexOperator =
  (compute: (parts: Parts | undefined, tick: () => void) => Value): Operator =>
  (operand, scope, name) => {
    if (!isDocument(operand))
      return fail(51103, `${name} expects an object of named arguments but found: ${typeNameOf(operand)}`)
    for (const key of operand.keys())
      if (!['input', 'regex', 'options'].includes(key))
        fail(31024, `${name} found unknown field(s) in object: ${key}`)
    if (!operand.has('input')) fail(31022, `${name} requires 'input' parameter`)
    if (!operand.has('regex')) fail(31023, `${name} requires 'regex' parameter`)
    const part = (key: string): Expression | undefined =>
      operand.has(key) ? scope.compile(operand.get(key) ?? null) : undefined
    const [input, regex, options] = [part('input'), part('regex'), part('options')]
    // A pattern known now has its errors now.
    if (regex?.constant && (!options || options.constant))
      partsOf(null, constantOf(regex), options && constantOf(options), name)
    const at = (expression: Expression | undefined, frame: Frame) => expression?.evaluate(frame)
    const tick = scope.env.tick ?? (() => undefined)
    return fold(
      [input, regex, options].filter((expression) => expression !== undefined),
      (frame) => compute(partsOf(at(input, frame), at(regex, frame), at(options, frame), name), tick),
    )
  }

function matchOf(found: Found, text: string, point: number): Value {
  return documentOf(
    ['match', text.slice(found.start, found.end)],
    ['idx', point],
    ['captures', found.groups.map((group) => group ?? null)],
  )
}

function pointsBetween(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) {
    if ((text.codePointAt(i) ?? 0) > 0xffff) i++
    count++
  }
  return count
}

function findAll({ text, pattern }: Parts, tick: () => void): Value[] {
  const results: Value[] = []
  let [at, point, counted] = [0, 0, 0]
  // MongoDB looks at least once, and not at the end of a text that has characters.
  while (at < text.length || at === 0) {
    tick()
    const found = pattern.find(text, at)
    if (!found) break
    if (results.length >= maxFound) fail(51156, `$regexFindAll: more than ${maxFound} matches`)
    point += pointsBetween(text, counted, found.start)
    counted = found.start
    results.push(matchOf(found, text, point))
    const wide = (text.codePointAt(found.end) ?? 0) > 0xffff ? 2 : 1
    at = found.end > found.start ? found.end : found.end + wide
  }
  return results
}

export const patterns: Operators = {
  $regexMatch: regexOperator((parts) => (parts ? parts.pattern.test(parts.text) : false)),
  $regexFind: regexOperator((parts) => {
    const found = parts?.pattern.find(parts.text, 0)
    return parts && found ? matchOf(found, parts.text, pointsBetween(parts.text, 0, found.start)) : null
  }),
  $regexFindAll: regexOperator((parts, tick) => (parts ? findAll(parts, tick) : [])),
}
