/** Writing into plain JSON without touching the original. Pure. */
import type { Json } from '@shuxiang/site-model'

type Group = { [name: string]: Json }

const isGroup = (value: Json | undefined): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A copy with the value at the path, or without it; what is missing on the way is made. */
export function put(group: Group, path: readonly string[], value: Json | undefined): Group {
  const [name, ...rest] = path
  if (name === undefined) return group
  const inner = group[name]
  const next = rest.length === 0 ? value : put(isGroup(inner) ? inner : {}, rest, value)
  const others = Object.entries(group).filter(([key]) => key !== name)
  return Object.fromEntries(next === undefined ? others : [...others, [name, next]])
}
