/** What a record page says of itself to browsers and machines. */
import type { Head } from '@shuxiang/sdk/contract'
import type { Chapter, FullRecord } from '../operations.generated.ts'
import { citationTags } from './citation-tags.ts'
import { descriptionOf } from './description.ts'
import { recordFormats } from './formats.ts'
import { writeRecordAddress } from './record-address.ts'

export function recordHead(record: FullRecord, chapter: Chapter | null, separator: string): Head {
  const people = record.agents.map(({ label }) => label).join(separator)
  const { title: own, titleBeside: beside } = record
  // Whoever has the page among others, or finds it elsewhere, knows it by the title in her language.
  const named = beside?.language === 'en' ? `${own} · ${beside.text}` : own
  const title = chapter ? `${chapter.title} · ${named}` : named
  const query = chapter ? `?part=${chapter.n}` : ''
  const description = descriptionOf(record, chapter)
  return {
    title: people ? `${title} · ${people}` : title,
    ...(description ? { description } : {}),
    type: record.kind === 'book' ? 'book' : 'article',
    canonical: writeRecordAddress({ id: record.id, chapter: chapter?.n ?? null }),
    jsonLd: jsonLdOf(record.jsonLd),
    citation: citationTags(record, chapter),
    alternates: recordFormats.map(({ suffix, type }) => ({ type, href: `${record.url}.${suffix}${query}` })),
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
