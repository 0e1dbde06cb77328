// Comparison and logic: $eq $ne $gt $gte $lt $lte $cmp, $and $or $not.
import { compare } from '../../bson/compare.ts'
import { Double, isNumeric, toDouble, type Value } from '../../bson/values.ts'
import { fold, operation, type Operator, type Operators, unary } from './operator.ts'

/** Truth of a value in an expression: false, zero, null and missing are not true; NaN is. */
export function isTrue(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false) return false
  if (value instanceof Double) return value.value !== 0
  return isNumeric(value) ? toDouble(value) !== 0 : true
}

const ordered = (holds: (order: number) => boolean): Operator =>
  operation(2, 2, ([a, b]) => holds(compare(a, b)))

const list = (operand: Value): Value[] => (Array.isArray(operand) ? operand : [operand])

const logic =
  (stop: boolean): Operator =>
  (operand, scope) => {
    const parts = list(operand).map((part) => scope.compile(part))
    return fold(parts, (frame) => {
      for (const part of parts) if (isTrue(part.evaluate(frame)) === stop) return stop
      return !stop
    })
  }

export const comparison: Operators = {
  $eq: ordered((order) => order === 0),
  $ne: ordered((order) => order !== 0),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $cmp: operation(2, 2, ([a, b]) => Math.sign(compare(a, b))),
  $and: logic(false),
  $or: logic(true),
  $not: unary((value) => !isTrue(value)),
}
