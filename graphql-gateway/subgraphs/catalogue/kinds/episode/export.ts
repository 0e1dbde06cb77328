// How an episode is cited and catalogued: a part of its series.
import {
  isoDuration,
  known,
  marcDuration,
  positionIn,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { EpisodeDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'broadcast',
  bibtex: 'misc',
  ris: 'SOUND',
  gbt: 'Z',
  marc: { type: 'i', level: 'a' },
}

export function exports(record: RecordOf<EpisodeDetails>): KindDetailsExport {
  const { series, duration } = record.details
  const position = positionIn(record)
  const host = record.relations.find(({ role }) => role === 'partOf')?.recordId
  return {
    schemaOrg: known<unknown>({
      episodeNumber: position,
      duration: duration === undefined ? undefined : isoDuration(duration),
      partOfSeries: { '@type': 'CreativeWorkSeries', name: series },
    }),
    csl: known({
      'container-title': series,
      number: position === undefined ? undefined : String(position),
      dimensions: duration === undefined ? undefined : isoDuration(duration),
    }),
    marc: [
      ...(duration === undefined ? [] : [['306', '  ', ['a', marcDuration(duration)]] satisfies MarcField]),
      ['773', '08', ['t', series], ['g', position === undefined ? '' : `第${position}集`], ['w', host ?? '']],
    ],
  }
}
