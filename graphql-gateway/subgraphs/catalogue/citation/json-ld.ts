// A record as schema.org JSON-LD. Source: https://schema.org/CreativeWork, https://www.w3.org/TR/json-ld11/
import { chapterAddress, recordAddress } from '@shuxiang/vocabulary'
import type { Cited, CitedRecord, Kind, Role } from './cited.ts'

const types: Readonly<Record<Kind, string>> = {
  // schema.org has no type for a poem; `genre` says it.
  poem: 'CreativeWork',
  book: 'Book',
  periodical: 'Periodical',
  audio: 'Audiobook',
  video: 'VideoObject',
  course: 'Course',
  government: 'Legislation',
  web: 'WebPage',
  event: 'Event',
  object: 'VisualArtwork',
}
const roleProperties: Readonly<Record<Role, string>> = {
  author: 'author',
  attributed: 'author',
  editor: 'editor',
  translator: 'translator',
  commentator: 'contributor',
}

/**
 * A JSON text without `<`, `>`, `&` and line separators, so that it may stand in a `<script>` as it is.
 * Without an origin the addresses are relative to the page it stands in.
 */
export function toJsonLd({ record: doc, part, origin }: Cited): string {
  // A chapter names its work, not all the chapters beside it.
  const work = described(doc, origin, part ? [] : doc.parts)
  const value = part
    ? {
        '@context': 'https://schema.org',
        ...chapter(part, doc._id, origin),
        inLanguage: doc.language,
        isPartOf: work,
        copyrightNotice: doc.rights,
      }
    : { '@context': 'https://schema.org', ...work }
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function chapter({ n, title }: CitedRecord['parts'][number], id: string, origin: string) {
  const url = origin + chapterAddress(id, n)
  return { '@type': 'Chapter', '@id': url, url, position: n, name: title }
}

function described(doc: CitedRecord, origin: string, parts: CitedRecord['parts']) {
  const url = origin + recordAddress(doc._id)
  const people = new Map<string, object[]>()
  for (const { name, role } of doc.creators) {
    const property = roleProperties[role]
    people.set(property, [...(people.get(property) ?? []), { '@type': 'Person', name }])
  }
  const genres = [...(doc.kind === 'poem' ? ['诗词'] : []), ...(doc.form ? [doc.form] : [])]
  return {
    '@type': types[doc.kind],
    '@id': url,
    url,
    identifier: [
      doc._id,
      ...doc.identifiers.map(({ scheme, value }) => ({
        '@type': 'PropertyValue',
        propertyID: scheme,
        value,
      })),
    ],
    name: doc.title,
    ...given('alternateName', doc.alternativeTitles),
    ...Object.fromEntries(people),
    inLanguage: doc.language,
    ...given('genre', genres),
    ...(doc.abstract ? { abstract: doc.abstract } : {}),
    ...given('keywords', doc.subjects),
    ...(doc.year === null ? {} : { dateCreated: isoYear(doc.year) }),
    ...(doc.kind === 'book' ? { bookEdition: `${doc.source.name} 电子版` } : {}),
    ...(doc.period ? { temporalCoverage: doc.period.label } : {}),
    ...(doc.collection ? { isPartOf: { '@type': 'Collection', name: doc.collection.label } } : {}),
    ...given(
      'hasPart',
      parts.map((part) => chapter(part, doc._id, origin)),
    ),
    copyrightNotice: doc.rights,
    isAccessibleForFree: true,
    isBasedOn: doc.source.url,
    dateModified: doc.updatedAt.toISOString(),
  }
}

function given(name: string, values: readonly unknown[]): Record<string, readonly unknown[]> {
  return values.length > 0 ? { [name]: values } : {}
}

/** ISO 8601 year: four digits, or a sign and six for years outside of 0 to 9999; 1 BCE is year 0. */
function isoYear(year: number): string {
  if (year > 0) return String(year).padStart(4, '0')
  const astronomical = -year - 1
  return astronomical === 0 ? '0000' : `-${String(astronomical).padStart(6, '0')}`
}
