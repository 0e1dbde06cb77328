// Paths of a plan into the answer: which objects a fetch is about.
import type { IsSubtype } from '../supergraph/supertypes.ts'
import { isObject, own, type JsonObject } from './json.ts'
import type { FlattenNodePathSegment } from './planner.ts'

/** A field's response key, every item of a list, or only objects of some types. */
export type PathStep =
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'type'; readonly names: readonly string[] }

/** The planner's segments in our words. */
export function compilePath(segments: readonly FlattenNodePathSegment[]): readonly PathStep[] {
  return segments.map((segment): PathStep => {
    if (segment === '@') return { kind: 'items' }
    return 'Field' in segment
      ? { kind: 'field', key: segment.Field }
      : { kind: 'type', names: segment.TypeCondition }
  })
}

/** Calls `visit` with every object at the path. */
export function walk(
  value: unknown,
  path: readonly PathStep[],
  isSubtype: IsSubtype,
  visit: (object: JsonObject) => void,
  at = 0,
): void {
  if (Array.isArray(value)) {
    const next = path[at]?.kind === 'items' ? at + 1 : at
    for (const item of value) walk(item, path, isSubtype, visit, next)
    return
  }
  if (!isObject(value)) return
  const step = path[at]
  if (!step) visit(value)
  else if (step.kind === 'field') walk(own(value, step.key), path, isSubtype, visit, at + 1)
  else if (step.kind === 'type' && isAnyOf(value, step.names, isSubtype))
    walk(value, path, isSubtype, visit, at + 1)
}

/** An object whose type is unknown passes: the plan asked for no `__typename` where only one type is possible. */
export function isAnyOf(object: JsonObject, names: readonly string[], isSubtype: IsSubtype): boolean {
  const typename = object['__typename']
  return typeof typename !== 'string' || names.some((name) => isSubtype(typename, name))
}

/** Response paths of objects, found by looking for the objects themselves. Slow: only for errors. */
export function pathsTo(
  root: unknown,
  wanted: ReadonlySet<unknown>,
): Map<unknown, readonly (string | number)[]> {
  const found = new Map<unknown, readonly (string | number)[]>()
  const look = (value: unknown, at: readonly (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return
    if (wanted.has(value)) found.set(value, at)
    if (Array.isArray(value)) value.forEach((item, i) => look(item, [...at, i]))
    else for (const [key, item] of Object.entries(value)) look(item, [...at, key])
  }
  look(root, [])
  return found
}
