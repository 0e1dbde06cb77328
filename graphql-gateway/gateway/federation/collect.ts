// Gathers the key objects of an entity fetch: each entity once, with every place that waits for it.
import type { IsSubtype } from '../supergraph/supertypes.ts'
import { isObject, own, type JsonObject } from './json.ts'
import { merge } from './merge.ts'
import { walk } from './path.ts'
import type { EntityBatch } from './plan.ts'
import type { RequiresSelection } from './planner.ts'
import { rewriteAll } from './rewrite.ts'

/** Key objects of one variable. */
export interface Representations {
  readonly list: JsonObject[]
  readonly placeOf: Map<string, number>
}

/** Where the answer to a key object goes. */
export interface Target {
  readonly object: JsonObject
  /** Index into the list of key objects. */
  readonly place: number
}

export function noRepresentations(): Representations {
  return { list: [], placeOf: new Map() }
}

/** Adds the key objects of a batch; objects that lack their key (not found, or null) are left out. */
export function collect(
  data: JsonObject,
  batch: EntityBatch,
  into: Representations,
  isSubtype: IsSubtype,
): Target[] {
  const targets: Target[] = []
  for (const path of batch.paths)
    walk(data, path, isSubtype, (object) => {
      const typename = object['__typename']
      if (typeof typename !== 'string') return
      const representation = pick(object, batch.requires, isSubtype)
      if (!representation) return
      representation['__typename'] ??= typename
      rewriteAll(representation, batch.input, isSubtype)
      const identity = identityOf(representation)
      let place = into.placeOf.get(identity)
      if (place === undefined) {
        place = into.list.push(representation) - 1
        into.placeOf.set(identity, place)
      }
      targets.push({ object, place })
    })
  return targets
}

/** The required fields of an object; null when it has none of them, so that nothing is asked for a missing key. */
function pick(
  object: JsonObject,
  requires: readonly RequiresSelection[],
  isSubtype: IsSubtype,
): JsonObject | null {
  const picked: JsonObject = {}
  return pickInto(picked, object, requires, isSubtype) > 0 ? picked : null
}

/** Adds to what is picked already; the number of fields found. */
function pickInto(
  picked: JsonObject,
  object: JsonObject,
  requires: readonly RequiresSelection[],
  isSubtype: IsSubtype,
): number {
  let fields = 0
  for (const selection of requires) {
    if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name
      let value = own(object, selection.name)
      if (value === undefined) value = own(object, key)
      if (selection.selections) value = pickDeep(value, selection.selections, isSubtype)
      if (value === undefined || value === null) continue
      // Two fragments may each require a part of one object.
      if (picked[key] === undefined) picked[key] = value
      else merge(picked, { [key]: value })
      if (key !== '__typename') fields++
    } else if (selection.kind === 'InlineFragment') {
      const typename = object['__typename']
      if (typeof typename !== 'string' || !isSubtype(typename, selection.typeCondition)) continue
      fields += pickInto(picked, object, selection.selections, isSubtype)
    }
  }
  return fields
}

function pickDeep(value: unknown, requires: readonly RequiresSelection[], isSubtype: IsSubtype): unknown {
  if (Array.isArray(value)) return value.map((item) => pickDeep(item, requires, isSubtype))
  return isObject(value) ? pick(value, requires, isSubtype) : value
}

/** Flat keys are the rule and JSON.stringify is not free; lengths keep one value from looking like two fields. */
function identityOf(representation: JsonObject): string {
  let identity = ''
  for (const key in representation) {
    const value = representation[key]
    if (typeof value === 'object') return JSON.stringify(representation)
    const text = String(value)
    identity += `${key}:${typeof value}${text.length}:${text};`
  }
  return identity
}
