// Small corrections a plan makes to key objects before a fetch and to answers after it.
import type { IsSubtype } from '../supergraph/supertypes.ts'
import { isObject, own } from './json.ts'
import { isAnyOf } from './path.ts'
import type { FetchRewrite } from './planner.ts'

type RewriteStep = { readonly key: string } | { readonly types: readonly string[] }

/** Sets a value (an interface object takes its interface's name) or renames a key (two fields met under one name). */
export type Rewrite =
  | { readonly kind: 'set'; readonly path: readonly RewriteStep[]; readonly value: string }
  | { readonly kind: 'rename'; readonly path: readonly RewriteStep[]; readonly to: string }

/** The planner's rewrites in our words. */
export function compileRewrites(rewrites: readonly FetchRewrite[] | undefined): readonly Rewrite[] {
  return (rewrites ?? []).map((rewrite): Rewrite => {
    if ('KeyRenamer' in rewrite)
      return {
        kind: 'rename',
        path: compileSteps(rewrite.KeyRenamer.path),
        to: rewrite.KeyRenamer.renameKeyTo,
      }
    const setter = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite
    return { kind: 'set', path: compileSteps(setter.path), value: setter.setValueTo }
  })
}

function compileSteps(
  path: readonly ({ Key: string } | { TypenameEquals: string[] | string })[],
): RewriteStep[] {
  return path.map((step) => ('Key' in step ? { key: step.Key } : { types: [step.TypenameEquals].flat() }))
}

/** Applies rewrites in place. */
export function rewriteAll(value: unknown, rewrites: readonly Rewrite[], isSubtype: IsSubtype): void {
  for (const rewrite of rewrites) apply(value, rewrite, 0, isSubtype)
}

function apply(value: unknown, rewrite: Rewrite, at: number, isSubtype: IsSubtype): void {
  if (Array.isArray(value)) {
    for (const item of value) apply(item, rewrite, at, isSubtype)
    return
  }
  const step = rewrite.path[at]
  if (!isObject(value) || !step) return
  if ('types' in step) {
    if (isAnyOf(value, step.types, isSubtype)) apply(value, rewrite, at + 1, isSubtype)
    return
  }
  if (at < rewrite.path.length - 1) {
    apply(own(value, step.key), rewrite, at + 1, isSubtype)
    return
  }
  if (rewrite.kind === 'set') {
    if (step.key === '__typename' || own(value, step.key) !== undefined) value[step.key] = rewrite.value
  } else if (Object.hasOwn(value, step.key)) {
    value[rewrite.to] = value[step.key]
    delete value[step.key]
  }
}

/** Key in an answer -> key in the response, for paths of errors. */
export function renamedKeys(rewrites: readonly Rewrite[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const rewrite of rewrites) {
    const last = rewrite.path.at(-1)
    if (rewrite.kind === 'rename' && last && 'key' in last) names.set(last.key, rewrite.to)
  }
  return names
}
