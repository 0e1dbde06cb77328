/** The contents of a work put in order: by its own divisions, and by what a reader wants of them. */

export interface Listed {
  readonly n: number
  readonly title: string
  readonly creator: string | null
  readonly section: string | null
}

export interface Section<Part> {
  /** Null for chapters that stand under no heading. */
  readonly name: string | null
  readonly parts: readonly Part[]
}

/** Chapters under the headings of the work, in its order; a heading that comes again begins again. */
export function sectionsOf<Part extends Listed>(parts: readonly Part[]): readonly Section<Part>[] {
  const sections: { name: string | null; parts: Part[] }[] = []
  for (const part of parts) {
    const last = sections.at(-1)
    if (last?.name === part.section) last.parts.push(part)
    else sections.push({ name: part.section, parts: [part] })
  }
  return sections
}

export interface Counted {
  readonly name: string
  readonly n: number
}

/** What can be chosen by: every value with its chapters, the most frequent first. Nothing where all have one value. */
export function choicesOf(
  parts: readonly Listed[],
  field: 'creator' | 'section',
  order: 'frequent' | 'listed',
): readonly Counted[] {
  const counts = new Map<string, number>()
  for (const { [field]: name } of parts) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  if (counts.size < 2) return []
  const choices = [...counts].map(([name, n]) => ({ name, n }))
  return order === 'listed' ? choices : choices.toSorted((a, b) => b.n - a.n)
}

/** The chapters of a poet, a division, or both; an empty text is no wish. */
export function chosenParts<Part extends Listed>(
  parts: readonly Part[],
  wanted: { readonly creator: string; readonly section: string },
): readonly Part[] {
  return parts.filter(
    ({ creator, section }) =>
      (wanted.creator === '' || creator === wanted.creator) &&
      (wanted.section === '' || section === wanted.section),
  )
}
