/** Searches that a guest keeps, as plain data, and its changes as pure functions. */
import { isListOf, isObject } from '../keeping/guest-library.ts'
import type { Refusal } from '../keeping/kept.ts'
import type { Asked, SavedSearch } from './saved.ts'

/** As it is kept: what is new, the server counts. */
export interface KeptSearch extends Omit<SavedSearch, 'news'> {
  /** `Session.reader` of whoever signed in when it was first sent to an account: nobody else's account gets it. */
  readonly reader?: string
}

/** As many as the server answers at once. */
export const MOST_SEARCHES = 20

/** A change: the searches after it, or why it cannot be. */
export type Change = (searches: readonly KeptSearch[]) => readonly KeptSearch[] | Refusal

/** Adds a new one, or one that comes back; newest first. */
export const add =
  (search: KeptSearch): Change =>
  (searches) => {
    if (searches.some(({ id }) => id === search.id)) return searches
    if (searches.length >= MOST_SEARCHES) return 'many'
    return [...searches, search].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  }

export const alter =
  (id: string, change: Partial<Pick<KeptSearch, 'name' | 'seenAt' | 'reader'>>): Change =>
  (searches) =>
    searches.some((search) => search.id === id)
      ? searches.map((search) => (search.id === id ? { ...search, ...change } : search))
      : 'gone'

export const drop =
  (id: string): Change =>
  (searches) =>
    searches.filter((search) => search.id !== id)

export const written = (searches: readonly KeptSearch[]): string => JSON.stringify({ version: 1, searches })

/** Reads what `written` wrote; null for anything else. */
export function read(text: string): readonly KeptSearch[] | null {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value) || value['version'] !== 1) return null
    const { searches } = value
    return isListOf(searches, isSearch) ? searches : null
  } catch {
    return null
  }
}

function isSearch(value: unknown): value is KeptSearch {
  if (!isObject(value)) return false
  const { id, name, createdAt, seenAt } = value
  return [id, name, createdAt, seenAt].every(isText) && isAsked(value)
}

function isAsked(value: Record<string, unknown>): value is Record<string, unknown> & Asked {
  const { query, sort, filters } = value
  return (
    isText(query) &&
    isText(sort) &&
    isObject(filters) &&
    Object.values(filters).every((values) => isListOf(values, isText))
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'
