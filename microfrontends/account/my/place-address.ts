/** The address of a place is its whole state: `/my` is the shelf, `/my?list=<id>` a list. */
import type { LocationQuery } from 'vue-router'
import { SHELF } from '../keeping/kept.ts'

/** Anything that can be no id is the shelf. */
export function readPlace({ list }: LocationQuery): string {
  const given = Array.isArray(list) ? list[0] : list
  return given && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : SHELF
}

export function writePlace(place: string): string {
  return place === SHELF ? '/my' : `/my?list=${place}`
}
