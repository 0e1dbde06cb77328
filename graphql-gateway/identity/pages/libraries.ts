// Libraries by the name that a reader types: whole, in part, with or without 省, 市 and 图书馆.
import { createHash } from 'node:crypto'
import type { Library } from './ports.ts'

export type LibraryMatch =
  | { readonly found: 'one'; readonly library: Library }
  | { readonly found: 'several'; readonly libraries: readonly Library[] }
  | { readonly found: 'none' | 'many' }

export interface LibraryIndex {
  byCode(code: string): Library | null
  match(typed: string): LibraryMatch
  /** All names as a JSON list, and a hash of it for its address. */
  readonly json: { readonly text: string; readonly hash: string }
}

/** Libraries among which a reader is asked to choose. */
const mostCandidates = 12
/** Longest name that is looked at. */
const longestTyped = 100

const fold = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '')
const core = (folded: string): string => folded.replace(/图书馆$/, '')
const loose = (folded: string): string => core(folded).replace(/[省市区县旗州盟]/g, '')

interface Entry {
  readonly library: Library
  readonly folded: string
  readonly loose: string
}

export function indexLibraries(libraries: readonly Library[]): LibraryIndex {
  const byCode = new Map(libraries.map((library) => [library.code, library]))
  const entries = libraries.map((library): Entry => {
    const folded = fold(library.name)
    return { library, folded, loose: loose(folded) }
  })
  const text = JSON.stringify(libraries.map(({ name }) => name))
  return {
    json: { text, hash: createHash('sha256').update(text).digest('base64url').slice(0, 12) },
    byCode: (code) => byCode.get(code) ?? null,
    match(typed) {
      const folded = fold(typed.slice(0, longestTyped))
      if (folded === '') return { found: 'none' }
      const known = byCode.get(folded)
      if (known) return { found: 'one', library: known }
      const part = core(folded) || folded
      const bare = loose(folded)
      // From the most exact to the most lenient; the first that finds any decides.
      const ways: readonly ((entry: Entry) => boolean)[] = [
        (entry) => entry.folded === folded || core(entry.folded) === part,
        (entry) => bare !== '' && entry.loose === bare,
        (entry) => entry.folded.includes(part),
        (entry) => bare.length > 1 && entry.loose.includes(bare),
      ]
      for (const way of ways) {
        const found = entries.filter(way).map(({ library }) => library)
        const [only] = found
        if (only && found.length === 1) return { found: 'one', library: only }
        if (found.length > mostCandidates) return { found: 'many' }
        if (found.length > 1) return { found: 'several', libraries: found }
      }
      return { found: 'none' }
    },
  }
}

/** The index, made anew from time to time: libraries are added while the process runs. */
export function keepIndex(
  libraries: () => Promise<readonly Library[]>,
  now: () => number,
  keepMs = 600_000,
): () => Promise<LibraryIndex> {
  let kept: { readonly index: LibraryIndex; readonly at: number } | null = null
  let asking: Promise<LibraryIndex> | null = null
  const ask = async (): Promise<LibraryIndex> => {
    try {
      const index = indexLibraries(await libraries())
      kept = { index, at: now() }
      return index
    } catch (error) {
      // Old names are better than none.
      if (kept) return kept.index
      throw error
    } finally {
      asking = null
    }
  }
  return async () => {
    if (kept && now() - kept.at < keepMs) return kept.index
    asking ??= ask()
    return asking
  }
}
