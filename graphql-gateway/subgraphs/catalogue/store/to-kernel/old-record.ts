// A record as it was stored before kinds shared a kernel, and what it is now.
import { edtfYear, everywhere, type RecordContent, type RecordInput } from '@shuxiang/record'

type Paragraphs = RecordInput['texts'][number]['paragraphs']

/** The fields that changed; the others are as they were. */
export interface OldRecordDoc extends Pick<
  RecordContent,
  | 'kind'
  | 'title'
  | 'alternativeTitles'
  | 'period'
  | 'collection'
  | 'language'
  | 'form'
  | 'abstract'
  | 'identifiers'
  | 'source'
  | 'opening'
  | 'formerIds'
  | 'prior'
> {
  readonly _id: string
  readonly creators: readonly {
    readonly name: string
    readonly role: RecordContent['agents'][number]['role']
    readonly personId: string | null
  }[]
  /** As it is stated, negative before our era. */
  readonly year: number | null
  readonly subjects: readonly string[]
  readonly rights: string
  readonly text: Paragraphs | null
  readonly parts: RecordContent['contents']
  readonly holdings: readonly {
    readonly libraryId: string
    readonly libraryName: string
    readonly access: 'online' | 'shelf'
    readonly demonstration: boolean
  }[]
  readonly rev: number
  readonly updatedAt: Date
  readonly leadPersonId?: string
  readonly collectionId?: string
  readonly dirty?: true
  readonly dirtyAt?: Date
  readonly withdrawn?: { readonly at: Date; readonly reason: string; readonly into?: string }
}

/** A chapter as it was stored. */
export interface OldPartDoc {
  readonly _id: string
  readonly recordId: string
  readonly n: number
  readonly title: string
  readonly paragraphs: Paragraphs
}

/** Addresses of rights statements, by the words that sources gave. */
const statements: Readonly<Record<string, string>> = {
  公有领域: 'https://creativecommons.org/publicdomain/mark/1.0/',
}

/** Whoever found a record before finds it now: all of them were open to the nation. */
export function inputOf(old: OldRecordDoc, parts: readonly OldPartDoc[]): RecordInput {
  const texts = parts.map(({ n, title, paragraphs }) => ({ n, title, paragraphs }))
  return {
    record: {
      id: old._id,
      kind: old.kind,
      title: old.title,
      alternativeTitles: old.alternativeTitles,
      agents: old.creators.map(({ name, role, personId }) => ({
        name,
        role,
        agentId: personId,
        type: 'person',
      })),
      dates: old.year === null ? [] : [{ role: 'created', edtf: edtfYear(old.year) }],
      period: old.period,
      collection: old.collection,
      identifiers: old.identifiers,
      subjects: old.subjects.map((label) => ({ label, scheme: null, code: null })),
      places: [],
      language: old.language,
      form: old.form,
      abstract: old.abstract,
      relations: [],
      rights: { label: old.rights, statement: statements[old.rights] ?? null },
      access: { policy: 'open' },
      source: old.source,
      contents: old.parts,
      opening: old.opening,
      scopes: [everywhere],
      ...(old.formerIds ? { formerIds: old.formerIds } : {}),
      prior: old.prior,
      details: {},
    },
    texts:
      old.text !== null && old.text.length > 0
        ? [{ n: 0, title: null, paragraphs: old.text }, ...texts]
        : texts,
    files: [],
    holdings: old.holdings.map((holding) => ({ ...holding, regions: regionsOf(holding) })),
  }
}

/** Libraries for demonstration, the only ones there were, are called `n` and the division that they serve. */
function regionsOf({ libraryId, demonstration }: OldRecordDoc['holdings'][number]): string[] {
  const code = demonstration ? (/^n((?:\d\d){1,3})$/.exec(libraryId)?.[1] ?? '') : ''
  return [6, 4, 2].filter((length) => length <= code.length).map((length) => `r${code.slice(0, length)}`)
}
