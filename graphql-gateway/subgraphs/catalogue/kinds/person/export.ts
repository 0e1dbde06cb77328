// How a person is told: schema.org's Person, and fields of a MARC 21 authority record.
import {
  dateOf,
  isoDate,
  known,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { PersonDetails } from './details.ts'

/** References cite the page about the person. */
export const manner: KindManner = {
  describes: 'person',
  csl: 'entry-encyclopedia',
  bibtex: 'misc',
  ris: 'ELEC',
  gbt: 'EB',
  marc: { type: 'z', level: ' ' },
}

export function exports(record: RecordOf<PersonDetails>): KindDetailsExport {
  const { names, birthPlace, deathPlace, occupations } = record.details
  const place = (name: string | undefined) => name && { '@type': 'Place', name }
  const [born, died] = [isoDate(dateOf(record, 'born')), isoDate(dateOf(record, 'died'))]
  const others = [...new Set([...record.alternativeTitles, ...names.map(({ name }) => name)])]
  return {
    schemaOrg: known<unknown>({
      alternateName: others.length > 0 ? others : undefined,
      birthDate: born,
      deathDate: died,
      birthPlace: place(birthPlace),
      deathPlace: place(deathPlace),
      hasOccupation:
        occupations.length > 0 ? occupations.map((name) => ({ '@type': 'Occupation', name })) : undefined,
    }),
    marc: [
      ['046', '  ', ['f', born ?? ''], ['g', died ?? ''], ['2', 'iso8601']],
      ['370', '  ', ['a', birthPlace ?? ''], ['b', deathPlace ?? '']],
      ...occupations.map((occupation): MarcField => ['374', '  ', ['a', occupation]]),
      ...names.map(({ name }): MarcField => ['400', '1 ', ['a', name]]),
    ],
  }
}
