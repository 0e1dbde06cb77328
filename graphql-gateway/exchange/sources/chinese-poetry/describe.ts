// What all descriptions from the package have in common.
import {
  bounds,
  edtfYear,
  everywhere,
  type HoldingContent,
  type PersonContent,
  type RecordContent,
  type RecordInput,
  type TextContent,
} from '@shuxiang/record'
import type { Entry } from '@shuxiang/record/source'
import type { Mending } from './mend.ts'
import { source } from './origin.ts'
import { cleanLine, clauses, type Paragraph, type SpelledOut } from './text.ts'
import type { Authors } from './persons.ts'

/** Read once, used by every reader of the source. */
export interface Ground {
  readonly folder: string
  readonly authors: Authors
  readonly spelled: SpelledOut
  readonly holdings: (id: string, kind: string) => HoldingContent[]
}

export { sourceName } from './origin.ts'

interface Given
  extends
    Pick<RecordContent, 'id' | 'kind' | 'title' | 'language' | 'period' | 'prior'>,
    Partial<
      Pick<
        RecordContent,
        | 'alternativeTitles'
        | 'agents'
        | 'collection'
        | 'form'
        | 'abstract'
        | 'identifiers'
        | 'contents'
        | 'opening'
      >
    > {
  readonly subjects?: readonly string[]
  /** Only where a source states it. */
  readonly year?: number
  readonly texts: readonly TextContent[]
}

/** The address by which the works of the package, all of them long out of copyright, are marked. */
const publicDomain = 'https://creativecommons.org/publicdomain/mark/1.0/'

/** A whole description; what is not given is empty. The works are open to everybody, whoever holds them. */
export function describe(ground: Ground, { texts, subjects = [], year, ...given }: Given): RecordInput {
  return {
    record: {
      alternativeTitles: [],
      agents: [],
      dates: year === undefined ? [] : [{ role: 'created', edtf: edtfYear(year) }],
      collection: null,
      identifiers: [],
      subjects: subjects.map(subject),
      places: [],
      form: null,
      abstract: null,
      relations: [],
      rights: { label: '公有领域', statement: publicDomain },
      access: { policy: 'open' },
      source,
      contents: [],
      opening: null,
      scopes: [everywhere],
      details: {},
      ...given,
    },
    texts,
    files: [],
    holdings: ground.holdings(given.id, given.kind),
  }
}

/** A subject in the words of the package; it has no thesaurus. */
export function subject(label: string): RecordContent['subjects'][number] {
  return { label, scheme: null, code: null }
}

/** The text of a short work. */
export function wholeText(paragraphs: readonly Paragraph[]): TextContent[] {
  return [{ n: 0, title: null, paragraphs: [...paragraphs] }]
}

export function agent(
  found: { readonly name: string; readonly person: PersonContent | null },
  role: RecordContent['agents'][number]['role'] = 'author',
): RecordContent['agents'][number] {
  return { name: found.name, role, agentId: found.person?.id ?? null, type: 'person' }
}

/** An entry for a short work. */
export function poemEntry(
  input: (tell: (done: readonly Mending[]) => void) => RecordInput,
  person: PersonContent | null,
): Entry {
  return {
    make() {
      const mendings: Mending[] = []
      const made = input((done) => mendings.push(...done))
      return { input: made, persons: person ? [person] : [], mendings }
    },
  }
}

/** A poem without a title goes by its first clause. */
export function titleOf(printed: string, text: readonly Paragraph[], spelled: SpelledOut): string {
  const title = cleanLine(printed, spelled, bounds.title)
  return title === '' ? `失题（${clauses(text.map((each) => each.text))[0]?.slice(0, 20) ?? '残句'}）` : title
}
