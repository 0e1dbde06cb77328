// How a video is cited and catalogued.
import {
  isoDuration,
  known,
  marcDuration,
  type KindDetailsExport,
  type KindManner,
  type MarcField,
  type RecordOf,
} from '@shuxiang/record'
import type { VideoDetails } from './details.ts'

export const manner: KindManner = {
  describes: 'work',
  csl: 'motion_picture',
  bibtex: 'misc',
  ris: 'VIDEO',
  gbt: 'Z',
  marc: { type: 'g', level: 'm' },
}

export function exports({ details }: RecordOf<VideoDetails>): KindDetailsExport {
  const { duration, resolution, captions } = details
  const captioned = captions.map((language): MarcField => ['041', '07', ['j', language], ['2', 'rfc5646']])
  return {
    schemaOrg: known<unknown>({
      duration: duration === undefined ? undefined : isoDuration(duration),
      width: resolution?.width,
      height: resolution?.height,
      caption:
        captions.length > 0
          ? captions.map((inLanguage) => ({ '@type': 'MediaObject', inLanguage }))
          : undefined,
    }),
    csl: known({
      medium: '视频',
      dimensions: duration === undefined ? undefined : isoDuration(duration),
    }),
    marc: [
      ...captioned,
      ...(duration === undefined ? [] : [['306', '  ', ['a', marcDuration(duration)]] satisfies MarcField]),
    ],
  }
}
