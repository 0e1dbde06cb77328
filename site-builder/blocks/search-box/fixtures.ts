/** States of `search-box`. */
import type { BlockFixtures } from '../testing/fixture.ts'

const fields = {
  title: { 'zh-CN': '检索本站资源', en: 'Search what is here' },
  within: 'all',
  placeholder: { 'zh-CN': '书名、作者、诗句……', en: 'Title, author, verse…' },
  button: { 'zh-CN': '检索', en: 'Search' },
}

export const fixtures: BlockFixtures = {
  empty: { fields: { ...fields, placeholder: { 'zh-CN': '' } } },
  one: { fields },
  many: { fields: { ...fields, title: { 'zh-CN': '找一首诗', en: 'Find a poem' }, within: 'poem' } },
  long: {
    fields: {
      title: {
        'zh-CN': '检索本馆历年影印出版与征集入藏的地方文献、家谱方志、碑刻拓片及名人手稿全文',
        en: 'Search local history, genealogies, rubbings and manuscripts',
      },
      within: 'book',
      placeholder: {
        'zh-CN': '输入题名、责任者、出版地、版本、藏书印或者您还记得的任何一句话',
        en: 'Title, author, place, edition, seal or any line you remember',
      },
      button: { 'zh-CN': '在本馆地方文献中检索', en: 'Search local history' },
    },
  },
  refused: {
    'a kind that is none': { ...fields, within: 'kind&x=' },
    'two lines on the button': { ...fields, button: { en: 'a\nb' } },
  },
}
