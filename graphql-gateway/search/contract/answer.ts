/** What a search answers. */

import type { FacetTerm } from './document.ts'

export interface FacetCount extends FacetTerm {
  readonly count: number
  readonly selected: boolean
}

export interface FacetAnswer {
  readonly name: string
  readonly values: readonly FacetCount[]
  /** Values there are in all; more than are given when the request wanted fewer. */
  readonly valueCount: number
}

export interface SearchHit {
  readonly id: string
  readonly score: number
  /** Which step of the query ladder found it: exact title, all words, or some words. */
  readonly tier: 'exact' | 'all' | 'some'
  /** Chapters in which it was found; absent when they were not asked for, none match, or the record has none. */
  readonly inside?: ChapterHits
  /** How many characters are indexed of a record that has more; told when chapters are asked for. */
  readonly cutAt?: number
}

/** Where in the chapters of a work a query was found. */
export interface ChapterHits {
  readonly total: number
  /** The first of them, those that are titled as the query first, then in the order of the work. */
  readonly first: readonly ChapterHit[]
  /** True when the work's own title and creators do not answer the query: the chapter is what was looked for. */
  readonly leads: boolean
}

export interface ChapterHit {
  readonly n: number
  readonly title: string
  /** The text around the found words; joined, a piece of the chapter's text. */
  readonly snippet: readonly TextRun[]
}

/** What an order by date rests on, for all records of an answer. */
export interface DateCounts {
  /** Records with a stated date. */
  readonly stated: number
  /** Records without one, placed by their period. */
  readonly byPeriod: number
  /** Records with neither, which come last in both directions. */
  readonly undated: number
  /** False when no two dated records differ: ordering by date then orders nothing. */
  readonly differ: boolean
}

export interface SearchResponse {
  readonly hits: readonly SearchHit[]
  /** Records of the whole list before the first hit. */
  readonly from: number
  readonly total: number
  readonly dates: DateCounts
  readonly facets: readonly FacetAnswer[]
  /** Of several words where no record has all: those that no record has, of those that the request lets pass. */
  readonly missing?: readonly string[]
  /** Set while the index is being filled again: what is not found may still come. */
  readonly filling: Filling | null
}

/** How far an index is that lost its content and gets it back; `total` is 0 while that is not known. */
export interface Filling {
  readonly done: number
  readonly total: number
}

export interface Suggestion {
  readonly text: string
  readonly kind: 'title' | 'creator' | 'line'
  /** The record, when the text names exactly one. */
  readonly recordId: string | null
  /** How many records carry the text. */
  readonly count: number
  /** Where a line of exactly one record stands. */
  readonly of?: LineOf
}

/** The work that a line is from, and which of its verses it is. */
export interface LineOf {
  readonly title: string
  /** The first who made it, if anybody is named. */
  readonly creator: readonly string[]
  /** From 1. */
  readonly n: number
  /** As of `SearchLine`. */
  readonly witness?: number
}

/** A piece of a text for display, found words marked. Joined, the pieces give the (cut) original text. */
export interface TextRun {
  readonly text: string
  readonly marked: boolean
}
