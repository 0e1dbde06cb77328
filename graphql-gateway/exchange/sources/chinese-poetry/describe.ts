// What all descriptions from the package have in common.
import { bounds, type PersonContent, type RecordContent } from '@shuxiang/subgraph-catalogue/content'
import type { Entry } from '../../source.ts'
import type { Holding } from './holdings.ts'
import type { Mending } from './mend.ts'
import { cleanLine, clauses, type Paragraph, type SpelledOut } from './text.ts'
import type { Authors } from './persons.ts'

/** Read once, used by every reader of the source. */
export interface Ground {
  readonly folder: string
  readonly authors: Authors
  readonly spelled: SpelledOut
  readonly holdings: (id: string, kind: string) => Holding[]
}

export const sourceName = 'chinese-poetry'
export const source: RecordContent['source'] = {
  name: sourceName,
  url: 'https://github.com/chinese-poetry/chinese-poetry',
  licence: 'MIT',
}

type Given = Pick<RecordContent, 'id' | 'kind' | 'title' | 'language' | 'period' | 'prior'> &
  Partial<RecordContent>

/** A whole description; what is not given is empty. */
export function describe(ground: Ground, given: Given): RecordContent {
  return {
    alternativeTitles: [],
    creators: [],
    year: null,
    collection: null,
    form: null,
    abstract: null,
    subjects: [],
    identifiers: [],
    rights: '公有领域',
    source,
    text: null,
    parts: [],
    opening: null,
    holdings: ground.holdings(given.id, given.kind),
    ...given,
  }
}

export function creator(
  found: { readonly name: string; readonly person: PersonContent | null },
  role: RecordContent['creators'][number]['role'] = 'author',
): RecordContent['creators'][number] {
  return { name: found.name, role, personId: found.person?.id ?? null }
}

/** An entry for a short work. */
export function poemEntry(
  record: (tell: (done: readonly Mending[]) => void) => RecordContent,
  person: PersonContent | null,
): Entry {
  return {
    make() {
      const mendings: Mending[] = []
      const made = record((done) => mendings.push(...done))
      return { input: { record: made, parts: [] }, persons: person ? [person] : [], mendings }
    },
  }
}

/** A poem without a title goes by its first clause. */
export function titleOf(printed: string, text: readonly Paragraph[], spelled: SpelledOut): string {
  const title = cleanLine(printed, spelled, bounds.title)
  return title === '' ? `失题（${clauses(text.map((each) => each.text))[0]?.slice(0, 20) ?? '残句'}）` : title
}
