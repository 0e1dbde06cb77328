/** The search box by itself, over everything that is found here or over one kind of it. */
import { html } from '@shuxiang/site-render/markup'
import { kinds } from '@shuxiang/vocabulary'
import { defineBlock } from '../define.ts'
import { choice, declare, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { searchForm } from '../search-form.ts'
import { plainWords, words } from '../words.ts'

/** Kinds that readers look for by themselves; those that are parts of another are found with it. */
const offered = kinds.filter(({ id }) =>
  ['poem', 'book', 'periodical', 'audio', 'video', 'course', 'government', 'web'].includes(id),
)

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '检索本站资源', en: 'Search what is here' },
  }),
  within: choice({
    label: { 'zh-CN': '在哪里找', en: 'Where to look' },
    help: {
      'zh-CN': '分站上只找本馆读者能用的资源。',
      en: 'On a branch site only what its own readers may use is found.',
    },
    options: {
      all: { 'zh-CN': '全部资源', en: 'Everything' },
      ...Object.fromEntries(offered.map(({ id, words }) => [id, words])),
    },
    default: 'all',
  }),
  placeholder: text({
    label: { 'zh-CN': '检索框提示', en: 'Hint in the box' },
    help: {
      'zh-CN': '框里的浅色字，举例说明可以输入什么。',
      en: 'The pale words in the box: examples of what may be typed.',
    },
    localized: true,
    longest: 60,
    default: { 'zh-CN': '书名、作者、诗句……', en: 'Title, author, verse…' },
  }),
  button: text({
    label: { 'zh-CN': '按钮文字', en: 'Button' },
    help: { 'zh-CN': '检索框旁边的按钮，一两个字。', en: 'The button beside the box: one word.' },
    localized: true,
    longest: 20,
    default: { 'zh-CN': '检索', en: 'Search' },
  }),
})

export const searchBox = defineBlock({
  type: 'search-box',
  v: 1,
  group: 'navigation',
  label: { 'zh-CN': '检索框', en: 'Search box' },
  about: {
    'zh-CN': '单独的检索框，可以只找一类资源。',
    en: 'A search box by itself, over everything or one kind of record.',
  },
  fields,
  render({ fields: { title, within, placeholder, button }, context, id }) {
    return framed({
      id,
      title: words(title, context),
      body: html`<div class="look">
        ${searchForm({
          id,
          placeholder,
          button,
          context,
          label: plainWords(title, context),
          within: within === 'all' ? [] : [{ name: 'kind', anyOf: [within] }],
        })}
      </div>`,
      context,
    })
  },
  text: ({ title }, context) => plainWords(title, context),
})
