/** States of `reading-highlight`. */
import { ShelfRecord, SitePictures } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures } from '../testing/fixture.ts'
import { samplePicture } from '../testing/sample-pictures.ts'
import { longRecord, sampleRecord } from '../testing/sample-records.ts'

const label = { 'zh-CN': '今日共读', en: 'Worth reading' }
const passage = {
  'zh-CN': '崇祯五年十二月，余住西湖。大雪三日，湖中人鸟声俱绝。',
  en: 'It snowed three days; on the lake not a voice, not a bird was to be heard.',
}

export const fixtures: BlockFixtures = {
  empty: { fields: { label } },
  one: { fields: { label, record: 'b10' }, answers: [answer(ShelfRecord, { record: sampleRecord(10) })] },
  many: {
    fields: {
      label,
      record: 'b10',
      passage,
      note: {
        'zh-CN': '读完《湖心亭看雪》，再读前后几篇，会发现张岱写的从来不只是雪。',
        en: 'Read on: Zhang Dai never wrote of the snow alone.',
      },
    },
    answers: [answer(ShelfRecord, { record: sampleRecord(10) })],
  },
  long: {
    fields: {
      label: {
        'zh-CN': '本馆古籍部每月一书·馆员与读者共读专栏第一百二十三期',
        en: 'Our reading circle, month by month',
      },
      record: 'b0',
      passage: { 'zh-CN': '雾凇沆砀，天与云与山与水，上下一白。'.repeat(20) },
      note: { 'zh-CN': '湖上影子，惟长堤一痕。'.repeat(25) },
    },
    answers: [answer(ShelfRecord, { record: longRecord(0) })],
  },
  others: {
    'with a picture': {
      fields: { label, record: 'b10', passage, picture: { id: 'picture-0' } },
      answers: [
        answer(ShelfRecord, { record: sampleRecord(10) }),
        answer(SitePictures, { siteAssets: [samplePicture(0)] }),
      ],
    },
    'a record that is gone': {
      fields: { label, record: 'gone' },
      answers: [answer(ShelfRecord, { record: null })],
    },
  },
  refused: { 'no text as id': { label, record: 7 }, 'an id without end': { label, record: 'x'.repeat(300) } },
}
