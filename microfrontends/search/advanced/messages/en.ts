/** What the advanced form says in English. */
import type { AdvancedKey } from './zh-CN.ts'

export const en: Readonly<Record<AdvancedKey, string>> = {
  'advanced.title': 'Advanced search',
  'advanced.about':
    'All fields must hold. Separate several words in a field by spaces; put words that belong together in quotes.',
  'advanced.words': 'Words',
  'advanced.any': 'Anywhere, all of',
  'advanced.title.field': 'Title, all of',
  'advanced.creator': 'Author, all of',
  'advanced.subject': 'Subject, all of',
  'advanced.body': 'Full text, all of',
  'advanced.phrase': 'Exact words',
  'advanced.phrase.hint': 'One after the other, as they stand',
  'advanced.some': 'Any of',
  'advanced.some.hint': 'Several words, of which one is enough',
  'advanced.none': 'None of',
  'advanced.more': 'Period, subject, full text',
  'advanced.rest': 'Rest of the query',
  'advanced.rest.hint': 'What was typed in the box and has no field here; kept as it is',
  'advanced.period': 'Period',
  'advanced.from': 'From',
  'advanced.to': 'to',
  'advanced.unbounded': 'Any',
  'advanced.kept': 'These filters stay: {list}',
  'advanced.search': 'Search',
  'advanced.clear': 'Clear',
  'advanced.away':
    'Kinds, forms and the like cannot be had just now; the words can be searched all the same.',
}
