/** The contents of a work put in order: by its own divisions, and by what a reader wants of them. */

export interface Listed {
  readonly n: number
  readonly title: string
  /** How it sounds, for who does not read the characters. */
  readonly titleBeside: { readonly text: string; readonly language: string } | null
  readonly creator: string | null
  /** As the reader is told it, and so is the section. */
  readonly creatorLabel: string | null
  readonly section: string | null
  readonly sectionLabel: string | null
}

export interface Section<Chapter> {
  /** Null for chapters that stand under no heading. */
  readonly name: string | null
  /** The name as the reader is told it. */
  readonly label: string | null
  readonly chapters: readonly Chapter[]
}

/** Chapters under the headings of the work, in its order; a heading that comes again begins again. */
export function sectionsOf<Chapter extends Listed>(
  chapters: readonly Chapter[],
): readonly Section<Chapter>[] {
  const sections: { name: string | null; label: string | null; chapters: Chapter[] }[] = []
  for (const chapter of chapters) {
    const last = sections.at(-1)
    if (last?.name === chapter.section) last.chapters.push(chapter)
    else sections.push({ name: chapter.section, label: chapter.sectionLabel, chapters: [chapter] })
  }
  return sections
}

export interface Counted {
  readonly name: string
  /** The name as the reader is told it. */
  readonly label: string
  readonly n: number
}

/** What can be chosen by: every value with its chapters, the most frequent first. Nothing where all have one value. */
export function choicesOf(
  chapters: readonly Listed[],
  field: 'creator' | 'section',
  order: 'frequent' | 'listed',
): readonly Counted[] {
  const choices: Counted[] = [...Map.groupBy(chapters, ({ [field]: name }) => name)].flatMap(
    ([name, [first, ...more]]) =>
      name === null ? [] : { name, label: first?.[`${field}Label`] ?? name, n: 1 + more.length },
  )
  if (choices.length < 2) return []
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
