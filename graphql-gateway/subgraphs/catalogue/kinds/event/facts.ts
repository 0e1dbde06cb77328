// What the page of an event tells of its details.
import { countWords, fact, type Fact } from '@shuxiang/record'
import { words } from '@shuxiang/vocabulary'
import type { EventDetails } from './details.ts'

export function facts({ details }: { readonly details: EventDetails }): Fact[] {
  const { venue, address, capacity, audience, registration } = details
  return [
    ...fact(words('场地', 'Venue'), venue),
    ...fact(words('地址', 'Address'), address),
    ...fact(words('对象', 'Audience'), audience),
    ...fact(words('名额', 'Seats'), capacity === undefined ? undefined : countWords(capacity)),
    ...fact(words('报名', 'Registration'), registration, registration),
  ]
}
