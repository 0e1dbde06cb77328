/** What the list of a work's texts says in English. */
import type { WitnessKey } from './zh-CN.ts'

export const en = {
  'list.separator': ', ',
  'witness.title': 'Texts of this work',
  'witness.intro': 'It is handed down in several books. Choose the text to read:',
  'witness.reading': 'being read',
  'witness.as': 'titled “{title}”',
  'witness.by': 'there by {name}',
  'witness.same': 'reads the same',
  'witness.differs.other': 'differs in {n} places',
  'witness.differs.one': 'differs in {n} place',
  'witness.apart': 'differs much',
  'witness.variants': 'Different readings',
  'witness.variantsIntro': 'Where the text has a dotted line, others read otherwise.',
  'witness.read': '“{text}” in {names}',
  'witness.omit': 'left out in {names}',
  'witness.colon': ': ',
  'witness.semicolon': '; ',
  'witness.shown': 'The text of {name} is shown',
} as const satisfies Record<WitnessKey, string> & { readonly [key: string]: string }
