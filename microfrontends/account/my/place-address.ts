/** The address is the whole state: `/my` is the shelf, `/my?list=<id>` a list, `/my?view=<name>` another part of the room. */
import type { LocationQuery } from 'vue-router'
import { SHELF } from '../keeping/kept.ts'

/** Parts of the room, in their order. What stands in the account only is not offered to guests. */
export const VIEWS = ['shelf', 'searches', 'history', 'account'] as const
export type View = (typeof VIEWS)[number]

const first = (value: LocationQuery[string] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null

/** Anything that can be no id is the shelf. */
export function readPlace({ list }: LocationQuery): string {
  const given = first(list)
  return given && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : SHELF
}

export function writePlace(place: string): string {
  return place === SHELF ? '/my' : `/my?list=${place}`
}

/** Anything unknown is the shelf with its lists. */
export const readView = ({ view }: LocationQuery): View =>
  VIEWS.find((name) => name === first(view)) ?? 'shelf'

export const writeView = (view: View): string => (view === 'shelf' ? '/my' : `/my?view=${view}`)
