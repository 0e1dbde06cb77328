/** The contents of a work put in order: by its own divisions, and by what a reader wants of them. */

export interface Listed {
  readonly n: number
  readonly title: string
  readonly creator: string | null
  readonly section: string | null
}

export interface Section<Chapter> {
  /** Null for chapters that stand under no heading. */
  readonly name: string | null
  readonly chapters: readonly Chapter[]
}

/** Chapters under the headings of the work, in its order; a heading that comes again begins again. */
export function sectionsOf<Chapter extends Listed>(
  chapters: readonly Chapter[],
): readonly Section<Chapter>[] {
  const sections: { name: string | null; chapters: Chapter[] }[] = []
  for (const chapter of chapters) {
    const last = sections.at(-1)
    if (last?.name === chapter.section) last.chapters.push(chapter)
    else sections.push({ name: chapter.section, chapters: [chapter] })
  }
  return sections
}

export interface Counted {
  readonly name: string
  readonly n: number
}

/** What can be chosen by: every value with its chapters, the most frequent first. Nothing where all have one value. */
export function choicesOf(
  chapters: readonly Listed[],
  field: 'creator' | 'section',
  order: 'frequent' | 'listed',
): readonly Counted[] {
  const counts = new Map<string, number>()
  for (const { [field]: name } of chapters) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  if (counts.size < 2) return []
  const choices = [...counts].map(([name, n]) => ({ name, n }))
  return order === 'listed' ? choices : choices.toSorted((a, b) => b.n - a.n)
}

/** The chapters of a poet, a division, or both; an empty text is no wish. */
export function chosenChapters<Chapter extends Listed>(
  chapters: readonly Chapter[],
  wanted: { readonly creator: string; readonly section: string },
): readonly Chapter[] {
  return chapters.filter(
    ({ creator, section }) =>
      (wanted.creator === '' || creator === wanted.creator) &&
      (wanted.section === '' || section === wanted.section),
  )
}
