// How well known a poem is: which poems are taken first, and which of those found comes first.
import { isOfAnthology, isOfSchool } from '@shuxiang/vocabulary'
import type { Ranks } from './shapes.ts'

const mostWorth = 7

export interface WorthOf {
  readonly ranks: Ranks | undefined
  /** Title or tune without the number in a series. */
  readonly title: string
  /** Poems of the source that carry this title: a common word finds many pages that are not about the poem. */
  readonly sameTitle: number
  readonly subjects: readonly string[]
  readonly anthology: boolean
  /** Some anthology has a poem of the author: names of others are often plain words that every page has. */
  readonly knownAuthor: boolean
}

/**
 * 0 to 7, about the power of ten of the hits that are really the poem's. It chooses the first part of the source. It
 * is no measure for the order of works: the engines counted pages with author and title, so every poem of a poet to
 * one tune has the hits of all of them.
 */
export function worth({ ranks, title, sameTitle, subjects, anthology, knownAuthor }: WorthOf): number {
  const chosen = anthology || subjects.some(isOfAnthology)
  const taught = subjects.some(isOfSchool)
  const value =
    hits(ranks) -
    Math.log10(Math.max(sameTitle, 1)) -
    ([...title].length <= 2 ? 1.5 : 1) -
    (knownAuthor ? 0 : 1.5) +
    (chosen ? 1.5 : 0) +
    (taught ? 0.7 : 0)
  return Math.max(chosen ? 2.5 : 0, Math.min(mostWorth, value))
}

export interface StandingOf {
  /** As `worth` gives it. */
  readonly worth: number
  /** Anthologies that chose this very poem. */
  readonly anthologies: number
  /** Tags that editors gave this very poem: people describe what they read. */
  readonly tags: readonly string[]
  /** Poems of the author that anthologies chose. */
  readonly chosenOfAuthor: number
  /** Whether the poem is one that everybody learns. */
  readonly known: boolean
}

/** 0 to 7: how well known this one work is, by what people said of it and of its author. */
export function standing({ worth, anthologies, tags, chosenOfAuthor, known }: StandingOf): number {
  const taught = tags.some(isOfSchool)
  const value =
    0.15 * worth +
    // Who learns a poem does not count anthologies; among the others each says more.
    (known ? 1.7 : anthologies > 0 ? 0.9 + 0.4 * anthologies : 0) +
    (taught ? 0.6 : 0) +
    Math.min(0.6, 0.1 * tags.length) +
    0.5 * Math.log10(1 + chosenOfAuthor) +
    (known ? 2.3 : 0)
  return Math.min(mostWorth, value)
}

/** The second lowest of five engines: one of them often counts every page. */
function hits(ranks: Ranks | undefined): number {
  if (!ranks) return 1
  const { baidu, so360, bing, bing_en: bingEn, google } = ranks
  const powers = [baidu, so360, bing, bingEn, google].map((count) => Math.log10(1 + count))
  return powers.sort((a, b) => a - b)[1] ?? 0
}

/** Static popularity for the search index: 1 to about 830. */
export function priorOf(value: number): number {
  return Math.round(10 ** (value / 2.4) * 10) / 10
}

/** Title without the number of a poem in a series: `飲酒  其五`, `感遇 一` -> `飲酒`, `感遇`. */
export function baseTitle(title: string): string {
  return title.replace(/\s+其?[一二三四五六七八九十百○]+$/, '')
}
