/** States of `image`. */
import { SiteFiles, SitePictures } from '../operations.generated.ts'
import type { SitePicture } from '../pictures.ts'
import { answer } from '../testing/fixture.ts'
import type { BlockFixtures, FixtureAnswer } from '../testing/fixture.ts'
import { samplePicture } from '../testing/sample-pictures.ts'

const look = { width: 'text', shape: 'whole' }
const picture = { id: 'picture-1' }
const found = (...pictures: readonly (SitePicture | null)[]): FixtureAnswer =>
  answer(SitePictures, { siteAssets: pictures })
const caption = { 'zh-CN': '2025 年冬至，西湖之滨。', en: 'Winter solstice 2025, by the West Lake.' }

export const fixtures: BlockFixtures = {
  empty: { fields: look },
  one: { fields: { ...look, picture }, answers: [found(samplePicture(1))] },
  many: {
    fields: { picture, caption, link: '/search', width: 'wide', shape: 'banner' },
    answers: [found(samplePicture(1, { credit: '方敏摄', licence: 'CC_BY' }))],
  },
  long: {
    fields: {
      ...look,
      picture,
      caption: { 'zh-CN': '雾凇沆砀，天与云与山与水，上下一白。'.repeat(16), en: 'White. '.repeat(42) },
    },
    answers: [
      found(samplePicture(1, { credit: '国家图书馆古籍馆藏品数字化工作组'.repeat(8), licence: 'CC_BY_SA' })),
    ],
  },
  others: {
    'a picture that is gone': { fields: { ...look, picture, caption }, answers: [found(null)] },
    'a picture that nobody has described': {
      fields: { ...look, picture },
      answers: [found(samplePicture(1, { described: false, alt: [] }))],
    },
    decoration: {
      fields: { ...look, picture },
      answers: [found(samplePicture(1, { decorative: true, alt: [] }))],
    },
    'words of the page’s own': {
      fields: {
        ...look,
        picture: { ...picture, alt: { 'zh-CN': '门前的小路', en: 'The path to the door' } },
      },
      answers: [found(samplePicture(1))],
    },
    'a picture that leads to a document': {
      fields: { ...look, picture, link: 'asset:rules-1' },
      answers: [
        found(samplePicture(1)),
        answer(SiteFiles, {
          siteAssets: [{ id: 'rules-1', variants: [{ url: `/_files/${'ab'.repeat(32)}.pdf` }] }],
        }),
      ],
    },
    'a document in the place of a picture': {
      fields: { ...look, picture },
      answers: [found(samplePicture(1, { kind: 'DOCUMENT', width: 0, height: 0 }))],
    },
  },
  refused: {
    'an address as picture': { ...look, picture: { id: 'https://evil.example/x.png' } },
    'a width without end': { ...look, width: 'endless' },
  },
}
