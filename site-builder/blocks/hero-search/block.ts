/** The opening of a home page: title, the one search box, kinds with counts, the poem of the day. */
import { count, html } from '@shuxiang/site-render/markup'
import type { Html } from '@shuxiang/site-render/markup'
import { facetAddress } from '@shuxiang/vocabulary'
import { ask } from '../answers/ask.ts'
import type { BlockContext } from '../contract.ts'
import { dailyHtml } from '../daily-poem/daily.ts'
import { defineBlock } from '../define.ts'
import { asset, declare, longText, text, toggle } from '../fields/declare.ts'
import { DailyPoem, HomeKinds, SitePictures } from '../operations.generated.ts'
import type { HomeKindsData } from '../operations.generated.ts'
import { opening } from '../frame.ts'
import { pictured, stillHtml } from '../pictures.ts'
import { searchForm } from '../search-form.ts'
import { plainWords, words } from '../words.ts'

const say = {
  'zh-CN': { kinds: '资源类型' },
  en: { kinds: 'Kinds of resources' },
} as const

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: {
      'zh-CN': '整页最大的一句话，通常是馆名或者一句欢迎词。',
      en: 'The largest words of the page: the name of the library, or a welcome.',
    },
    localized: true,
    longest: 60,
    default: { 'zh-CN': '一次检索，遍览天下书', en: 'One search for every library' },
  }),
  lead: longText({
    label: { 'zh-CN': '一句话介绍', en: 'One sentence' },
    help: {
      'zh-CN': '标题下面的小字，说一说这里能找到什么。可以不写。',
      en: 'Small words below the title on what can be found here. May be left out.',
    },
    localized: true,
    longest: 300,
    optional: true,
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
  showKinds: toggle({
    label: { 'zh-CN': '显示资源类型与数量', en: 'Show kinds with counts' },
    help: {
      'zh-CN': '在检索框下面列出图书、音频等各有多少，点开直接看。',
      en: 'Lists below the box how many books, recordings and so on there are; each leads to them.',
    },
    default: true,
  }),
  picture: asset({
    label: { 'zh-CN': '图片', en: 'Picture' },
    help: {
      'zh-CN': '馆舍或馆藏的一张横幅照片；不放也好看。',
      en: 'A wide picture of the house or of what it keeps; the page looks well without one.',
    },
    accept: 'image',
    optional: true,
  }),
  showDaily: toggle({
    label: { 'zh-CN': '显示每日一诗', en: 'Show the poem of the day' },
    help: { 'zh-CN': '每天换一首，自己更新，不用管。', en: 'Another one each day, by itself.' },
    default: true,
  }),
})

/** Half of a page beside the search, or its whole width. */
const wide = '(min-width: 72rem) 68rem, 100vw'

function kindsHtml({ search }: HomeKindsData, context: BlockContext): Html | null {
  const facet = search.facets.find((one) => one.name === 'kind')
  const values = (facet?.values ?? []).filter((value) => value.count > 0).sort((a, b) => b.count - a.count)
  if (values.length === 0) return null
  const links = values.map(
    ({ value, label, count: n }) =>
      html`<a href="${facetAddress('kind', value)}"
        ><span>${label}</span> <b>${count(context.locale, n)}</b></a
      >`,
  )
  return html`<nav class="kinds" aria-label="${say[context.locale].kinds}">${links}</nav>`
}

export const heroSearch = defineBlock({
  type: 'hero-search',
  v: 1,
  group: 'opening',
  label: { 'zh-CN': '标题与检索', en: 'Title and search' },
  about: {
    'zh-CN': '首页的开头：一句标题、检索框、资源类型和每日一诗。',
    en: 'How a home page begins: a title, the search box, kinds of resources, the poem of the day.',
  },
  topmost: true,
  fields,
  opens: () => true,
  query: (fields, context) => ({
    kinds: fields.showKinds ? ask(HomeKinds, { language: context.locale }) : undefined,
    picture: fields.picture && ask(SitePictures, { ids: [fields.picture.id] }),
    daily: fields.showDaily ? ask(DailyPoem, { date: context.today, language: context.locale }) : undefined,
  }),
  render({ fields, answers, context, id }) {
    const poem = answers.daily?.dailyPoem
    const daily = poem && dailyHtml(poem, context, `${id}-daily`, 2)
    const picture = stillHtml(pictured(fields.picture, answers.picture), wide, context, true)
    // The poem stands beside the search, and the picture where no poem does; with both it is a strip below.
    const look = picture ? (daily ? ' strip' : ' pictured') : daily ? '' : ' alone'
    return html`<div class="hero${look}">
      <div class="wrap">
        <div>
          ${opening(context, words(fields.title, context))}
          ${fields.lead && html`<p class="lead">${words(fields.lead, context)}</p>`}
          ${searchForm({ id, placeholder: fields.placeholder, button: fields.button, context })}
          ${answers.kinds && kindsHtml(answers.kinds, context)}
        </div>
        ${daily} ${picture}
      </div>
    </div>`
  },
  // What the box and its button say is no content of the page.
  text: (fields, context) =>
    [plainWords(fields.title, context), plainWords(fields.lead, context)].join('\n').trim(),
})
