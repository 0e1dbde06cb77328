// Update operators on one field: from the old value to the new one.
import { compare } from '../bson/compare.ts'
import { type Environment } from './environment.ts'
import { fail } from '../bson/errors.ts'
import { add, multiply } from './numbers.ts'
import { arrayChanges } from './update-arrays.ts'
import { type Change, type CompileChange, unchanged } from './update-contract.ts'
import { Double, isDocument, isNumeric, Long, Timestamp, type Value, typeOf } from '../bson/values.ts'

const numeric =
  (name: string, verb: string, combine: typeof add): CompileChange =>
  (operand, field) => {
    if (!isNumeric(operand)) {
      return fail(14, `Cannot ${verb} with non-numeric argument: {${field}: ${typeOf(operand)}}`)
    }
    return (old) => {
      if (old === undefined)
        return name === '$inc' ? operand : multiply(operand, typeof operand === 'bigint' ? 0n : 0)
      if (!isNumeric(old)) {
        return fail(
          14,
          `Cannot apply ${name} to a value of non-numeric type. The field '${field}' is of non-numeric type ${typeOf(old)}`,
        )
      }
      const result = combine(old, operand)
      const wasWhole = (value: Value) => typeof value === 'number' || typeof value === 'bigint'
      if (wasWhole(old) && wasWhole(operand) && result instanceof Double) {
        fail(
          2,
          `Failed to apply ${name} operations to current value (${old.toString()}) for field '${field}': overflow of int64`,
        )
      }
      return result
    }
  }

const extreme =
  (sign: number): CompileChange =>
  (operand) =>
  (old) =>
    old === undefined || compare(operand, old) * sign > 0 ? operand : unchanged

function currentDate(operand: Value, field: string, { now }: Environment): Change {
  const type = isDocument(operand) ? operand.get('$type') : operand
  if (isDocument(operand)) {
    for (const key of operand.keys()) if (key !== '$type') fail(2, `Unrecognized $currentDate option: ${key}`)
    if (type !== 'date' && type !== 'timestamp') {
      fail(
        2,
        `The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {${field}: {$type: ..}}}`,
      )
    }
  } else if (typeof operand !== 'boolean') {
    fail(
      2,
      `${typeOf(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression`,
    )
  }
  if (type !== 'timestamp') return () => now
  return () => new Timestamp(Long.fromBits(1, Math.floor(now.getTime() / 1000), true))
}

/** Operators that work on one field by its path; `$setOnInsert` and `$rename` are the update's own. */
export const changes: Readonly<Record<string, CompileChange>> = {
  $set: (operand) => () => operand,
  $setOnInsert: (operand) => () => operand,
  $unset: () => () => undefined,
  $inc: numeric('$inc', 'increment', add),
  $mul: numeric('$mul', 'multiply', multiply),
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: currentDate,
  ...arrayChanges,
}
