/** States of `section`. */
import type { BlockFixtures } from '../testing/fixture.ts'
import { fixtures as shelf } from '../resource-shelf/fixtures.ts'
import { fixtures as directory } from '../library-directory/fixtures.ts'

const one = { type: 'resource-shelf', fields: shelf.many.fields }
const answers = [...(shelf.many.answers ?? []), ...(directory.many.answers ?? [])]
const title = { 'zh-CN': '本馆特色', en: 'What we are known for' }

export const fixtures: BlockFixtures = {
  empty: { fields: { ground: 'paper' } },
  one: { fields: { title, ground: 'paper' }, slots: { body: [one] }, answers },
  many: {
    fields: {
      title,
      lead: {
        'zh-CN': '地方文献、古籍与各区县图书馆，一处看全。',
        en: 'Local history, old books and the libraries around us, in one place.',
      },
      ground: 'sunken',
    },
    slots: {
      body: [
        one,
        { type: 'columns', fields: { share: 'halves' }, slots: { first: [one], second: [one] } },
        { type: 'library-directory', fields: directory.many.fields },
      ],
    },
    answers,
  },
  long: {
    fields: {
      title: {
        'zh-CN': '本馆历年影印出版与征集入藏的地方文献、家谱方志、碑刻拓片及名人手稿等特色馆藏专题',
        en: 'Local history, genealogies, rubbings and manuscripts of ours',
      },
      lead: { 'zh-CN': '凡我乡邦文献，片纸必存。'.repeat(20), en: 'Every sheet is kept. '.repeat(12) },
      ground: 'sunken',
    },
    slots: { body: [{ type: 'resource-shelf', fields: shelf.long.fields }] },
    answers: [...(shelf.long.answers ?? [])],
  },
  others: {
    'without a title': { fields: { ground: 'sunken' }, slots: { body: [one] }, answers },
  },
  refused: {
    'a ground that is none': { ground: 'url(//e)' },
    'blocks among the fields': { ground: 'paper', body: [] },
  },
}
