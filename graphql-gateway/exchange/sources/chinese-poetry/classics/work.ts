// A work in chapters as a record.
import { bounds, type PersonContent, type RecordContent } from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import { bareName } from '../anthologies.ts'
import { collectionOf } from '../collections.ts'
import { agent, describe, sourceName, type Ground } from '../describe.ts'
import { stableId } from '../ids.ts'
import type { Mending } from '../mend.ts'
import type { Period } from '../periods.ts'
import type { Age } from '../persons.ts'
import { simplified } from '../simplified.ts'
import { cleanLine, type Paragraph } from '../text.ts'
import { priorOf } from '../worth.ts'

export interface Chapter {
  readonly title: string
  /** As printed; who wrote a chosen piece. */
  readonly creator?: string
  /** As printed: the form or the volume under which the work has it. */
  readonly section?: string
  readonly paragraphs: readonly Paragraph[]
  /** What was done to it; an import counts them. */
  readonly mendings?: readonly Mending[]
}

export interface Work {
  /** What the package calls it; part of the id, so it never changes. */
  readonly localId: string
  readonly title: string
  readonly agents: readonly {
    readonly name: string
    readonly age: Age
    readonly role: RecordContent['agents'][number]['role']
  }[]
  readonly period: Period
  readonly collection: string
  readonly language: 'lzh-Hans' | 'lzh-Hant'
  readonly abstract?: string
  /** Only where a source states it. */
  readonly year?: number
  readonly subjects?: readonly string[]
  /** 0 to 7, as for poems. */
  readonly worth: number
  readonly chapters: readonly Chapter[]
}

/** A title in traditional characters is found and cited in simplified ones too. */
export function workEntry(ground: Ground, work: Work): Entry {
  const { spelled, authors } = ground
  return {
    make() {
      const people = work.agents.map(({ name, age, role }) => ({ found: authors.find(name, age), role }))
      const chapters = work.chapters
        .filter(({ paragraphs }) => paragraphs.length > 0)
        .slice(0, bounds.chapters)
        .map(({ title, creator: by = '', section = '', paragraphs }, i) => ({
          n: i + 1,
          title: cleanLine(title, spelled, bounds.title) || `第${i + 1}篇`,
          // Like all labels: in simplified characters, whatever the work is printed in.
          creator: cleanLine(bareName(by), spelled, bounds.name),
          section: simplified(cleanLine(section, spelled, bounds.name)),
          paragraphs: [...paragraphs],
        }))
      const other = simplified(work.title)
      const input = describe(ground, {
        id: stableId('b', sourceName, work.localId),
        kind: 'book',
        title: work.title,
        alternativeTitles: other === work.title ? [] : [other],
        agents: people.map(({ found, role }) => agent(found, role)),
        period: work.period,
        ...(work.year === undefined ? {} : { year: work.year }),
        collection: collectionOf(work.collection),
        language: work.language,
        abstract:
          work.abstract === undefined ? null : cleanLine(work.abstract, spelled, bounds.abstract) || null,
        subjects: work.subjects ?? [],
        contents: chapters.map(({ n, title, creator: by, section }) => ({
          n,
          title,
          ...(by === '' ? {} : { creator: by }),
          ...(section === '' ? {} : { section }),
        })),
        opening: openingOf(chapters[0]?.paragraphs ?? []),
        texts: chapters.map(({ n, title, paragraphs }) => ({ n, title, paragraphs })),
        prior: priorOf(work.worth),
      })
      const persons = people.flatMap(({ found }): PersonContent[] => (found.person ? [found.person] : []))
      const mendings = work.chapters.flatMap((chapter) => chapter.mendings ?? [])
      return { input, persons, mendings }
    },
  }
}

function openingOf(paragraphs: readonly Paragraph[]): string | null {
  const text = paragraphs
    .filter(({ kind }) => kind !== 'heading' && kind !== 'note')
    .map((each) => each.text)
    .join('')
  return text === '' ? null : text.slice(0, 400).toWellFormed()
}
