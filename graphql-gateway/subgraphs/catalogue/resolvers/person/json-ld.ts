// A person as schema.org JSON-LD. Source: https://schema.org/Person
import { isoDate, known } from '@shuxiang/record'
import { personAddress } from '@shuxiang/vocabulary'
import type { PersonDoc } from '../../model/authority.ts'
import { jsonText } from '../../export/json-text.ts'
import { toldNamesOf } from '../../model/person-names.ts'
import { romanised } from './label.ts'
import type { PersonNode } from './node.ts'

/** Without an origin the addresses are relative to the page it stands in. */
export function personJsonLd(person: PersonNode & Partial<PersonDoc>, origin: string): string {
  const { _id, name, pinyin, biography, born, died } = person
  const url = `${origin}${personAddress(_id)}`
  const others = toldNamesOf({
    name,
    alternativeNames: person.alternativeNames ?? [],
    ...(person.names === undefined ? {} : { names: person.names }),
  }).filter((other) => other !== name)
  const alternateName = [...(pinyin === undefined ? [] : [romanised(pinyin)]), ...others]
  return jsonText({
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': url,
    url,
    identifier: _id,
    name,
    ...known<unknown>({
      alternateName: alternateName.length > 0 ? alternateName : undefined,
      birthDate: year(born),
      deathDate: year(died),
      description: biography ? biography.slice(0, 400).toWellFormed() : undefined,
    }),
  })
}

/** About a year is no date to a machine that takes it for exact. */
function year(edtf: string | undefined): string | undefined {
  return edtf === undefined || /[~?%]$/.test(edtf) ? undefined : isoDate(edtf)
}
