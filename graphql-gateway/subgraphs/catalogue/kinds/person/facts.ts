// What the page of a person tells of their details: each name under what it is.
import { fact, listWords, type Fact } from '@shuxiang/record'
import { nameTypes, words } from '@shuxiang/vocabulary'
import type { PersonDetails } from './details.ts'

export function facts({ details }: { readonly details: PersonDetails }): Fact[] {
  const { names, birthPlace, deathPlace, occupations } = details
  return [
    ...nameTypes.flatMap(({ id, words: label }) =>
      fact(label, listWords(names.filter(({ type }) => type === id).map(({ name }) => name))),
    ),
    ...fact(words('身份', 'Occupation'), listWords(occupations)),
    ...fact(words('出生地', 'Place of birth'), birthPlace),
    ...fact(words('逝世地', 'Place of death'), deathPlace),
  ]
}
