// A record as schema.org JSON-LD. Source: https://schema.org/docs/full.html, https://www.w3.org/TR/json-ld11/
import { dateOf, isoDate, known } from '@shuxiang/record'
import {
  accessPolicies,
  chapterAddress,
  entryOf,
  leading,
  nameOf,
  recordAddress,
  roles,
} from '@shuxiang/vocabulary'
import { jsonText } from './json-text.ts'
import type { Cited, CitedChapter, CitedRecord } from './cited.ts'

/**
 * A text that may stand in a `<script>` as it is. Without an origin the addresses are relative to the page it stands in.
 */
export function toJsonLd(cited: Cited): string {
  const { record, chapter, origin } = cited
  // A chapter names its work, not all the chapters beside it.
  const whole = described(cited, chapter ? [] : record.contents)
  const value = chapter
    ? {
        '@context': 'https://schema.org',
        ...chapterOf(chapter, record.id, origin),
        inLanguage: record.language,
        isPartOf: whole,
        copyrightNotice: record.rights.label,
      }
    : { '@context': 'https://schema.org', ...whole }
  return jsonText(value)
}

function chapterOf({ n, title }: CitedChapter, id: string, origin: string) {
  const url = `${origin}${chapterAddress(id, n)}`
  return { '@type': 'Chapter', '@id': url, url, position: n, name: title }
}

/** schema.org gives an event and an agent none of the properties of a work. */
function described(cited: Cited, contents: CitedRecord['contents']): Record<string, unknown> {
  const { record, kind, origin } = cited
  const url = `${origin}${recordAddress(record.id)}`
  const { genre, ...own } = kind.exports(record).schemaOrg ?? {}
  const head = {
    '@type': kind.entry.schemaOrg,
    '@id': url,
    url,
    identifier: [
      record.id,
      ...record.identifiers.map(({ scheme, value }) => ({
        '@type': 'PropertyValue',
        propertyID: scheme,
        value,
      })),
    ],
    name: record.title,
    ...given('alternateName', [
      ...record.alternativeTitles,
      ...(record.parallelTitles ?? []).map((one) => ({ '@value': one.title, '@language': one.language })),
    ]),
  }
  switch (kind.manner.describes) {
    case 'person':
    case 'organisation':
      return { ...head, ...known<unknown>({ description: record.abstract }), ...own }
    case 'event':
      return {
        ...head,
        ...agentsOf(record, 'performer'),
        ...known<unknown>({ description: record.abstract }),
        inLanguage: record.language,
        ...given('keywords', labelsOf(record)),
        ...own,
        isAccessibleForFree: record.access.policy === 'open',
      }
    case 'work':
      return {
        ...head,
        ...agentsOf(record, null),
        inLanguage: record.language,
        ...given('genre', [...asList(genre), ...(record.form ? [record.form] : [])]),
        ...(record.abstract ? { abstract: record.abstract } : {}),
        ...given('keywords', labelsOf(record)),
        ...known({
          dateCreated: isoDate(dateOf(record, 'created')),
          datePublished: isoDate(dateOf(record, 'issued')),
        }),
        ...own,
        ...(record.period && !('temporalCoverage' in own) ? { temporalCoverage: record.period.label } : {}),
        ...given(
          'spatialCoverage',
          record.places.map(({ label }) => ({ '@type': 'Place', name: label })),
        ),
        ...(record.collection && !('isPartOf' in own)
          ? { isPartOf: { '@type': 'Collection', name: record.collection.label } }
          : {}),
        ...given(
          'hasPart',
          contents.map((chapter) => chapterOf(chapter, record.id, origin)),
        ),
        copyrightNotice: record.rights.label,
        ...known({ license: record.rights.statement }),
        ...accessOf(record),
        isBasedOn: own.isBasedOn ?? record.source.url,
        dateModified: record.updatedAt.toISOString(),
      }
  }
}

/** Agents by the property of their role; at an event everybody but who organises it performs. */
function agentsOf({ agents }: CitedRecord, instead: 'performer' | null): Record<string, object[]> {
  const properties: Record<string, object[]> = {}
  for (const { name, role, type } of leading(agents)) {
    const entry = entryOf(roles, role)
    if (!entry) continue
    const property = instead !== null && entry.id !== 'organiser' ? instead : entry.schemaOrg
    const agent = { '@type': type === 'organisation' ? 'Organization' : 'Person', name }
    properties[property] = [...(properties[property] ?? []), agent]
  }
  return properties
}

function accessOf({ access }: CitedRecord): Record<string, unknown> {
  if (access.policy === 'open') return { isAccessibleForFree: true }
  return {
    isAccessibleForFree: false,
    conditionsOfAccess: nameOf(accessPolicies, access.policy, 'zh-CN'),
  }
}

function labelsOf({ subjects }: CitedRecord): string[] {
  return subjects.map(({ label }) => label)
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

function given(name: string, values: readonly unknown[]): Record<string, readonly unknown[]> {
  return values.length > 0 ? { [name]: values } : {}
}
