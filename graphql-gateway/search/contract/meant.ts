/** What a reader may have meant who typed something that is nowhere, or nowhere whole. */

import type { Suggestion } from './answer.ts'
import type { SearchRequest } from './request.ts'

/** Nothing is named that the same search would not find: the same scopes, filters and ranges hold. */
export interface MeantWanted extends Pick<SearchRequest, 'scopes' | 'filters' | 'ranges'> {
  /** 0 to `MOST_MEANT`. */
  readonly limit: number
}

/** Something that is there and differs little from what was typed: by a character, by its spelling, by its sound. */
export interface Meant {
  /** To be searched for instead: plain words, that at least one record has. */
  readonly text: string
  /** What it is; the kind of the mended word where only one of several was mended. */
  readonly kind: Suggestion['kind']
  /** True for one that is clearly meant: nothing else comes near it. Only the first can be. */
  readonly sure: boolean
}
