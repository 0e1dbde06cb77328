/** States of `gallery`. */
import { SitePictures } from '../operations.generated.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'
import { samplePicture } from '../testing/sample-pictures.ts'

const title = { 'zh-CN': '馆舍掠影', en: 'Around the library' }
const item = (n: number) => ({
  picture: { id: `picture-${n}` },
  caption: { 'zh-CN': '二楼阅览室', en: 'Reading room, second floor' },
})
const found = (most: number): FixtureAnswer =>
  answer(SitePictures, { siteAssets: Array.from({ length: most }, (_, n) => samplePicture(n)) })

export const fixtures: BlockFixtures = {
  empty: { fields: { title, pictures: [] } },
  one: { fields: { title, pictures: [item(0)] }, answers: [found(1)] },
  many: { fields: { title, pictures: Array.from({ length: 7 }, (_, n) => item(n)) }, answers: [found(7)] },
  long: {
    fields: {
      title: {
        'zh-CN': '本馆建馆一百二十周年馆藏地方文献与历代馆舍照片图集（一九〇六年至二〇二六年）',
        en: 'A hundred and twenty years in pictures',
      },
      pictures: Array.from({ length: 24 }, (_, n) => ({
        ...item(n),
        caption: {
          'zh-CN': '湖上影子，惟长堤一痕、湖心亭一点。'.repeat(5),
          en: 'A long caption of a picture. '.repeat(3),
        },
      })),
    },
    answers: [found(24)],
  },
  others: {
    'one that is gone and one that is decoration': {
      fields: { title, pictures: [item(0), item(1)] },
      answers: [
        answer(SitePictures, { siteAssets: [null, samplePicture(1, { decorative: true, alt: [] })] }),
      ],
    },
  },
  refused: { 'more than fit': { title, pictures: Array.from({ length: 25 }, (_, n) => item(n)) } },
}
