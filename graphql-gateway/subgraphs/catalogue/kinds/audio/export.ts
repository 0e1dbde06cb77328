// How an audiobook is cited and catalogued.
import {
  isoDuration,
  marcDuration,
  type KindDetailsExport,
  type KindManner,
  type RecordOf,
} from '@shuxiang/record'
import type { AudioDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'song',
  bibtex: 'misc',
  ris: 'SOUND',
  gbt: 'Z',
  marc: { type: 'i', level: 'm' },
}

export function exports({ details: { duration } }: RecordOf<AudioDetails>): KindDetailsExport {
  const csl = { medium: '有声读物' }
  if (duration === undefined) return { csl }
  return {
    schemaOrg: { duration: isoDuration(duration) },
    csl: { ...csl, dimensions: isoDuration(duration) },
    marc: [['306', '  ', ['a', marcDuration(duration)]]],
  }
}
