/** Whether an answer is what its operation promises. A wrong one counts as none: pages are not drawn from surprises. */
import type { Operation, Shape } from './operation.ts'

/** Bounds of an answer, so that looking at it and drawing it take bounded time. */
export const answerBounds = { text: 20_000, list: 2_000, values: 50_000 } as const

interface Budget {
  values: number
}

function fitsShape(value: unknown, shape: Shape, budget: Budget): boolean {
  if (--budget.values < 0) return false
  switch (shape) {
    case 'text':
      return typeof value === 'string' && value.length <= answerBounds.text
    case 'name':
      return typeof value === 'string' && /^[_A-Za-z]\w{0,99}$/.test(value)
    case 'whole':
      return Number.isSafeInteger(value)
    case 'number':
      return Number.isFinite(value)
    case 'truth':
      return typeof value === 'boolean'
  }
  if ('maybe' in shape) return value === null || fitsShape(value, shape.maybe, budget)
  if (typeof value !== 'object' || value === null) return false
  if ('list' in shape)
    return (
      Array.isArray(value) &&
      value.length <= answerBounds.list &&
      value.every((item: unknown) => fitsShape(item, shape.list, budget))
    )
  const found = new Map<string, unknown>(Object.entries(value))
  return Object.entries(shape.fields).every(([name, inner]) => fitsShape(found.get(name), inner, budget))
}

/** True when an answer of unknown origin is the data of the operation. */
export function fits<Data, Variables>(
  operation: Operation<Data, Variables>,
  answer: unknown,
): answer is Data {
  return fitsShape(answer, operation.answer, { values: answerBounds.values })
}
