// How an event is cited and catalogued.
import {
  dateOf,
  isoDate,
  isoEnd,
  known,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { EventDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'event',
  csl: 'event',
  bibtex: 'misc',
  ris: 'ELEC',
  gbt: 'Z',
  marc: { type: 'a', level: 'm' },
}

export function exports(record: RecordOf<EventDetails>): KindDetailsExport {
  const { venue, address, capacity, audience, registration } = record.details
  const begins = dateOf(record, 'begins')
  const where = [venue, address].filter((part) => part !== undefined)
  const offer = { '@type': 'Offer', url: registration, price: 0, priceCurrency: 'CNY' }
  return {
    schemaOrg: known<unknown>({
      startDate: isoDate(begins),
      endDate: isoEnd(dateOf(record, 'ends')),
      location: where.length > 0 ? { '@type': 'Place', ...known({ name: venue, address }) } : undefined,
      maximumAttendeeCapacity: capacity,
      audience: audience && { '@type': 'Audience', audienceType: audience },
      offers: registration === undefined ? undefined : offer,
    }),
    csl: known({ 'event-title': record.title, 'event-place': where.join('，') || undefined }),
    marc: [
      ['518', '  ', ['o', '活动时间'], ['d', isoDate(begins) ?? ''], ['p', where.join('，')]],
      ...(audience ? [['521', '  ', ['a', audience]] satisfies MarcField] : []),
    ],
  }
}
