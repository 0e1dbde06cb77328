// Where mongo-java-server differs from MongoDB, each with what MongoDB's manual says. A difference outside of these is ours.
import { isDocument, type Value } from '../bson/values.ts'
import type { PeerCase } from './case.ts'
import type { Outcome } from './compare.ts'

/** One way in which the peer is wrong. */
export interface KnownDifference {
  readonly name: string
  /** What MongoDB's manual or server says. */
  readonly reason: string
  readonly applies: (one: PeerCase, ours: Outcome, peer: Outcome) => boolean
}

/** Every key and value of an operation, however deep. */
function entries(value: Value): (readonly [string, Value])[] {
  if (Array.isArray(value)) return value.flatMap(entries)
  return isDocument(value) ? [...value].flatMap((entry) => [entry, ...entries(entry[1])]) : []
}

const asked = (one: PeerCase): (readonly [string, Value])[] =>
  one.fields.flatMap(([name, value]) => [[name, value] as const, ...entries(value)])
const uses =
  (...names: string[]) =>
  (one: PeerCase): boolean =>
    asked(one).some(([name]) => names.includes(name))
const isUpsert = (one: PeerCase): boolean =>
  asked(one).some(([name, value]) => name === 'upsert' && value === true)
const dotted = (one: PeerCase): boolean => asked(one).some(([name]) => /^[ab]\./.test(name))
const refusedWith =
  (...codes: number[]) =>
  (outcome: Outcome): boolean =>
    'error' in outcome && codes.includes(outcome.error)

const isExpression = (one: PeerCase): boolean => one.kind.startsWith('expression')
/** An answer without the types of its numbers. */
const untyped = (outcome: Outcome): string =>
  'answer' in outcome ? outcome.answer.replace(/\b(int|long|double) /g, '') : ''

export const knownDifferences: readonly KnownDifference[] = [
  {
    name: '$gte and $lte null',
    reason: '{ field: { $gte: null } } and { $lte: null } match null and missing, as { $eq: null } does',
    applies: (one) => asked(one).some(([name, value]) => ['$gte', '$lte'].includes(name) && value === null),
  },
  {
    name: '$cmp of texts',
    reason: '$cmp "returns -1, 0 or 1"',
    applies: uses('$cmp'),
  },
  {
    name: '$unset below lists',
    reason:
      'A path goes into the elements of a list by a number or by $[] only; $unset of one without changes nothing',
    applies: (one) => uses('$unset')(one) && dotted(one),
  },
  {
    name: 'fields below null',
    reason: 'No field can be made in null: error 28 (PathNotViable)',
    applies: (_, ours) => refusedWith(28)(ours),
  },
  {
    name: '$lookup by lists',
    reason:
      'A document is joined when it matches "each element" of a list: the peer joins it once for every element that matches',
    applies: (one) =>
      uses('$lookup')(one) &&
      one.documents.some((document) =>
        [...document.values()].some((value) => Array.isArray(value) && value.length > 1),
      ),
  },
  {
    name: '$all of values',
    reason:
      '$all "is equivalent to an $and operation of the specified values": a field that is no list may fit it',
    applies: (one) => uses('$all')(one) && !isUpsert(one),
  },
  {
    name: 'arithmetic on null',
    reason: '$inc and $mul fail on a field that is no number; null is not a missing field (14)',
    applies: (one, ours) => uses('$inc', '$mul')(one) && refusedWith(14)(ours),
  },
  {
    name: '$mod of large whole numbers',
    reason: '$mod divides 64-bit whole numbers as such',
    applies: uses('$mod'),
  },
  {
    name: 'sorting empty lists',
    reason: 'An empty list sorts before null; two of them are equal, and the next field of the sort decides',
    applies: (one) =>
      uses('sort')(one) &&
      one.documents.some((document) =>
        [...document.values()].some((v) => Array.isArray(v) && v.length === 0),
      ),
  },
  {
    name: 'the type of a number counts in $set',
    reason: '$set changes a field unless it holds the very value: a long is not the int of the same size',
    applies: (one, ours, peer) =>
      (uses('$set')(one) || one.kind === 'update replacement') &&
      'answer' in ours &&
      'answer' in peer &&
      /long|double/.test(ours.answer + peer.answer),
  },
  {
    name: 'negation over arrays',
    reason:
      '$not "selects the documents that do not match the expression. This includes documents that do not contain the field"; the same holds for a path that leads into an array without it',
    applies: (one) => uses('$not', '$ne', '$nin', '$nor')(one) && dotted(one),
  },
  {
    name: 'null and missing below arrays',
    reason:
      'A path below an array of values that are no documents is neither null nor missing for { path: null }; $exists looks at elements that are documents',
    applies: (one) =>
      dotted(one) &&
      asked(one).some(
        ([name, value]) =>
          (/^[ab]\./.test(name) && value === null) ||
          name === '$exists' ||
          (['$eq', '$gte', '$lte'].includes(name) && value === null) ||
          (name === '$in' && Array.isArray(value) && value.includes(null)),
      ),
  },
  {
    name: 'what an upsert takes from its filter',
    reason:
      'An upsert begins with the equalities of the filter; $all and $in of one value are equalities, and two for one path are an error (54)',
    applies: (one) => isUpsert(one) && uses('$all', '$in', '$and', '$or', '$eq')(one),
  },
  {
    name: '$slice beside nothing else',
    reason: 'A projection of $slice alone is an exclusion: the other fields are in the answer',
    applies: (one) => one.name === 'find' && uses('$slice')(one),
  },
  {
    name: 'groups by lists',
    reason:
      'Values are grouped by equality: equal lists are one group, and a missing field is null, not a list with null',
    applies: (one) => !isExpression(one) && uses('$group', '$sortByCount')(one),
  },
  {
    name: 'patterns and documents',
    reason: '$regex "selects documents where the field matches": text only, never what a document holds',
    applies: uses('$regex'),
  },
  {
    name: 'operators of arrays on null',
    reason:
      '$push, $addToSet, $pull and $pop fail on a field that is no array; null is not a missing field (errors 2 and 14)',
    applies: (one, ours) =>
      uses('$push', '$addToSet', '$pull', '$pullAll', '$pop')(one) && refusedWith(2, 14)(ours),
  },
  {
    name: 'arguments the peer does not take',
    reason:
      '$ifNull, $multiply and $trunc take the numbers of arguments the manual gives; a missing date, array or document is null; $toString takes dates; $dateToString has %w and %Z',
    applies: (one, ours, peer) =>
      isExpression(one) && 'answer' in ours && refusedWith(16020, 16006, 16007, 18536, 40386, 40390)(peer),
  },
  {
    name: 'types of numbers in expressions',
    reason:
      'An operator answers in the type of its argument: $abs of a long is a long, $floor of a double a double',
    applies: (one, ours, peer) => isExpression(one) && 'answer' in ours && untyped(ours) === untyped(peer),
  },
  {
    name: 'fractions of a millisecond',
    reason:
      'Dates are whole milliseconds: $add rounds to the nearest; $subtract has changed, so ours refuses it',
    applies: (one, ours) => uses('$add')(one) || (uses('$subtract')(one) && refusedWith(115)(ours)),
  },
  {
    name: 'equal numbers of two types in a list',
    reason: '$in and $indexOfArray compare values, and 2 equals 2.0',
    applies: (one) => isExpression(one) && uses('$in', '$indexOfArray')(one),
  },
  {
    name: '$reduce with a list of variables',
    reason: '$$this and $$value stand in every expression of `in`, in lists too',
    applies: uses('$reduce'),
  },
  {
    name: 'days of the week',
    reason:
      '$dayOfWeek "returns the day of the week for a date as a number between 1 (Sunday) and 7 (Saturday)"',
    applies: uses('$dayOfWeek'),
  },
  {
    name: 'letters beyond ASCII, and no text',
    reason:
      '$toUpper and $toLower have a "well-defined behavior for strings of ASCII characters" only; null is ""',
    applies: uses('$toUpper', '$toLower'),
  },
  {
    name: '$indexOfCP with an end before its start',
    reason: '$indexOfCP: "if the start is greater than the end, returns -1"',
    applies: uses('$indexOfCP'),
  },
  {
    name: '$push of null',
    reason: '$push "returns an array of all values"; null is a value',
    applies: (one) => isExpression(one) && uses('$push')(one),
  },
  {
    name: 'the order of sets',
    reason: 'The order of the elements of a set is unspecified; ours is that of their values',
    applies: uses('$setIntersection', '$setUnion'),
  },
  {
    name: 'null and missing compared',
    reason: 'A missing value sorts before null and is not equal to it',
    applies: (one) => uses('$cond')(one) || (isExpression(one) && uses('$eq', '$ne', '$gt', '$lte')(one)),
  },
  {
    name: 'mistakes the peer answers',
    reason:
      '$mod by zero is an error; the third argument of $slice "must be greater than 0"; $toInt of what does not fit is an error',
    applies: (one, ours) => isExpression(one) && refusedWith(16610, 28729, 241)(ours),
  },
]

/** Errors of the peer that say it does not know something, or that it broke down. */
export const peerGivesUp = refusedWith(-1, 0, 168, 238, 40324, 59, 115)
