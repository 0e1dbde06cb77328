/** What a record page says of itself to browsers and machines. */
import type { Head } from '@shuxiang/sdk/contract'
import type { Chapter, FullRecord } from '../operations.generated.ts'
import { citationTags } from './citation-tags.ts'
import { descriptionOf } from './description.ts'
import { writeRecordAddress } from './record-address.ts'

export function recordHead(record: FullRecord, chapter: Chapter | null): Head {
  const people = record.creators.map(({ name }) => name).join('、')
  const title = chapter ? `${chapter.title} · ${record.title}` : record.title
  const part = chapter ? `?part=${chapter.n}` : ''
  const description = descriptionOf(record, chapter)
  return {
    title: people ? `${title} · ${people}` : title,
    ...(description ? { description } : {}),
    type: record.kind === 'book' ? 'book' : 'article',
    canonical: writeRecordAddress({ id: record.id, part: chapter?.n ?? null, vertical: null }),
    jsonLd: jsonLdOf(record.jsonLd),
    citation: citationTags(record, chapter),
    alternates: [
      { type: 'application/ld+json', href: `${record.url}.jsonld${part}` },
      { type: 'application/marcxml+xml', href: `${record.url}.xml${part}` },
      { type: 'application/x-bibtex', href: `${record.url}.bib${part}` },
      { type: 'application/x-research-info-systems', href: `${record.url}.ris${part}` },
    ],
    status: 200,
  }
}

/** The export is another part's text: a page without it is better than no page. */
function jsonLdOf(text: string): readonly object[] {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? [value] : []
  } catch {
    return []
  }
}
