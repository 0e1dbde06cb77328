// $regexMatch.
import { fail } from '../../bson/errors.ts'
import { compilePattern } from '../regex.ts'
import { BSONRegExp, isDocument, isNullish, typeNameOf, type Value } from '../../bson/values.ts'
import { constantOf, type Expression, fold, type Operator, type Operators } from './operator.ts'

/** Whether the input matches; null has no match. */
function matches(
  input: Value | undefined,
  regex: Value | undefined,
  options: Value | undefined,
  name: string,
): boolean {
  if (!isNullish(input) && typeof input !== 'string')
    fail(51104, `${name} needs 'input' to be of type string`)
  if (!isNullish(regex) && typeof regex !== 'string' && !(regex instanceof BSONRegExp))
    fail(51105, `${name} needs 'regex' to be of type string or regex`)
  if (!isNullish(options) && typeof options !== 'string')
    return fail(51106, `${name} needs 'options' to be of type string`)
  if (regex instanceof BSONRegExp && regex.options && typeof options === 'string' && options)
    fail(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`)
  if (isNullish(regex)) return false
  const source = regex instanceof BSONRegExp ? regex.pattern : regex
  const flags =
    typeof options === 'string' && options ? options : regex instanceof BSONRegExp ? regex.options : ''
  if (typeof source !== 'string') return false
  if (source.includes('\0')) fail(51109, `${name}: regular expression cannot contain an embedded null byte`)
  if (flags.includes('\0'))
    fail(51110, `${name}: regular expression options cannot contain an embedded null byte`)
  const pattern = compilePattern(source, flags, 51108)
  return typeof input === 'string' && pattern.test(input)
}

const regexMatch: Operator = (operand, scope, name) => {
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
    matches(null, constantOf(regex), options && constantOf(options), name)
  return fold(
    [input, regex, options].filter((expression) => expression !== undefined),
    (frame) => matches(input?.evaluate(frame), regex?.evaluate(frame), options?.evaluate(frame), name),
  )
}

export const patterns: Operators = { $regexMatch: regexMatch }
