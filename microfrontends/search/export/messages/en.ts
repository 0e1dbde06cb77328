/** What the files and feeds of a search say in English. */
import type { ExportKey } from './zh-CN.ts'

export const en: Readonly<Record<ExportKey, string>> = {
  'feed.title': 'New for “{query}”',
  'feed.titleAll': 'New resources',
  'column.title': 'Title',
  'column.creators': 'Responsibility',
  'column.kind': 'Kind',
  'column.period': 'Period',
  'column.year': 'Year',
  'column.form': 'Form',
  'column.collection': 'Collection',
  'column.language': 'Language',
  'column.subjects': 'Subjects',
  'column.identifiers': 'Identifiers',
  'column.rights': 'Rights',
  'column.source': 'Source',
  'column.url': 'Address',
}
