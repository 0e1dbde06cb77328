// What was refused in an answer -> the errors that say so, each at its place.
import { freshness } from '@shuxiang/permissions'
import { GraphQLError } from 'graphql'
import { responseKey } from '../federation/aliases.ts'
import type { JsonObject } from '../federation/json.ts'
import { pathsTo } from '../federation/path.ts'
import type { RefusalReason } from './requirement.ts'

/** A null in an answer that stands for what was refused. */
export interface RefusedPlace {
  /** In the merged answers: the object whose field it is, or the object itself. */
  readonly container: JsonObject
  /** Null: the object itself. */
  readonly key: string | null
  /** `Type.field`, or `Type`. */
  readonly place: string
  readonly reason: RefusalReason
}

/** Errors of one answer at most: a refused field of a hundred objects need not say so a hundred times. */
const most = 10

const sentences: Readonly<Record<RefusalReason, string>> = {
  'sign-in': 'Sign in to be given this.',
  role: 'Your account may not be given this.',
  'step-up': 'Confirm with your second factor that it is you, to be given this.',
}

/** Errors in the order of the answer, but each kind of place once before any of them again. */
export function refusalErrors(refused: readonly RefusedPlace[], data: JsonObject): GraphQLError[] {
  const seen = new Set<string>()
  const first: RefusedPlace[] = []
  const again: RefusedPlace[] = []
  for (const each of refused) {
    ;(seen.has(each.place) ? again : first).push(each)
    seen.add(each.place)
  }
  const told = [...first, ...again].slice(0, most)
  const paths = pathsTo(data, new Set(told.map(({ container }) => container)))
  return told.map(({ container, key, reason }) => {
    const at = paths.get(container) ?? []
    const stepUp = reason === 'step-up' ? { acrValues: '2', maxAge: freshness } : {}
    return new GraphQLError(sentences[reason], {
      path: (key === null ? at : [...at, key]).map(responseKey),
      extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', reason, ...stepUp },
    })
  })
}
