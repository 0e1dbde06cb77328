// Stages of order and number: $sort $limit $skip $sample.
import type { Documents } from '../environment.ts'
import { fail } from '../../bson/errors.ts'
import { compileSort, type SortKey } from '../sort.ts'
import { type Document, isDocument, isNumeric, toDouble, toWhole, type Value } from '../../bson/values.ts'
import { type CompileStage, Keeper } from './stage.ts'

/** A whole number not below `least`. @throws MongoError 5107201 or `code`. */
function countOf(operand: Value, name: string, least: number, code: number): number {
  const count = isNumeric(operand) ? toWhole(operand) : undefined
  if (count === undefined) {
    const huge = isNumeric(operand) && toDouble(operand) >= 2 ** 53
    if (huge) return Number.MAX_SAFE_INTEGER
    if (name === '$skip')
      fail(isNumeric(operand) ? 5107200 : 15972, 'the skip must be a whole number, not negative')
    return fail(5107201, `invalid argument to ${name} stage: Expected an integer`)
  }
  if (count < 0)
    fail(
      name === '$skip' ? 5107200 : 5107201,
      `invalid argument to ${name} stage: Expected a non-negative number`,
    )
  return count < least ? fail(code, 'the limit must be positive') : count
}

const sort: CompileStage = (operand, { env }) => {
  if (!isDocument(operand)) return fail(15973, 'the $sort key specification must be an object')
  if (operand.size === 0) fail(15976, '$sort stage must have at least one sort key')
  const order = compileSort(operand, env.collation)
  return async function* (source) {
    const keeper = new Keeper('$sort', env)
    const rows: { key: SortKey; document: Document }[] = []
    for await (const document of source) {
      keeper.keep(document)
      rows.push({ key: order.keyOf(document), document })
    }
    rows.sort((a, b) => {
      keeper.step()
      return order.compareKeys(a.key, b.key)
    })
    for (const { document } of rows) yield document
  }
}

const limit: CompileStage = (operand) => {
  const count = countOf(operand, '$limit', 1, 15958)
  return async function* (source) {
    let left = count
    for await (const document of source) {
      yield document
      if (--left === 0) return
    }
  }
}

const skip: CompileStage = (operand) => {
  const count = countOf(operand, '$skip', 0, 15956)
  return async function* (source) {
    let left = count
    for await (const document of source) if (left-- <= 0) yield document
  }
}

const sample: CompileStage = (operand, { env }) => {
  const size = isDocument(operand) ? operand.get('size') : undefined
  if (!isDocument(operand)) fail(28745, 'the $sample stage specification must be an object')
  if (size === undefined) fail(28749, '$sample stage must specify a size')
  if (!isNumeric(size)) return fail(28746, 'size argument to $sample must be a number')
  const count = toWhole(size) ?? fail(28747, 'size argument to $sample must be a positive integer')
  if (count < 1) fail(28747, 'size argument to $sample must be a positive integer')
  const random = env.random ?? fail(115, '$sample is not supported here')
  return async function* (source: Documents) {
    const keeper = new Keeper('$sample', env)
    // Reservoir: every document has the same chance, and only `count` are kept.
    const kept: Document[] = []
    let seen = 0
    for await (const document of source) {
      seen++
      keeper.step()
      if (kept.length < count) {
        keeper.keep(document)
        kept.push(document)
      } else {
        const place = Math.floor(random() * seen)
        if (place < count) kept[place] = document
      }
    }
    yield* kept
  }
}

export const orderStages: Readonly<Record<string, CompileStage>> = {
  $sort: sort,
  $limit: limit,
  $skip: skip,
  $sample: sample,
}
