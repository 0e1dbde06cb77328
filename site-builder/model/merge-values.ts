/** Two changes of one value, put together: texts language by language, anything else as a whole. Pure. */
import { isSame, isTexts } from './content.ts'
import type { Json } from './json.ts'

/** A value that two people changed differently. A value that is not there is left out. */
export interface ValueClash {
  readonly path: readonly string[]
  readonly ours?: Json
  readonly theirs?: Json
}

export interface MergedValue {
  /** Undefined: there is none any more. Where the two clash it is theirs. */
  readonly value: Json | undefined
  readonly clashes: readonly ValueClash[]
}

/** Values of the same place, each undefined where there is none. */
export interface Three {
  readonly base: Json | undefined
  readonly ours: Json | undefined
  readonly theirs: Json | undefined
}

export function mergeValue({ base, ours, theirs }: Three, path: readonly string[]): MergedValue {
  if (isSame(ours, theirs) || isSame(ours, base)) return { value: theirs, clashes: [] }
  if (isSame(theirs, base)) return { value: ours, clashes: [] }
  if (isTexts(ours) && isTexts(theirs) && (base === undefined || isTexts(base))) {
    const { values, clashes } = mergeByName(base ?? {}, ours, theirs, path)
    return { value: values, clashes }
  }
  const clash = { path, ...(ours === undefined ? {} : { ours }), ...(theirs === undefined ? {} : { theirs }) }
  return { value: theirs, clashes: [clash] }
}

type Values = { readonly [name: string]: Json }

/** Each name by itself. */
export function mergeByName(
  base: Values,
  ours: Values,
  theirs: Values,
  way: readonly string[],
): { readonly values: { [name: string]: Json }; readonly clashes: readonly ValueClash[] } {
  const values: { [name: string]: Json } = {}
  const clashes: ValueClash[] = []
  const at = (of: Values, name: string): Json | undefined => (Object.hasOwn(of, name) ? of[name] : undefined)
  for (const name of new Set([base, ours, theirs].flatMap((one) => Object.keys(one)))) {
    const three = { base: at(base, name), ours: at(ours, name), theirs: at(theirs, name) }
    const merged = mergeValue(three, [...way, name])
    if (merged.value !== undefined) values[name] = merged.value
    clashes.push(...merged.clashes)
  }
  return { values, clashes }
}
