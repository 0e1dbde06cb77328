/** Short poems, whole, to be read where they stand. */
import { html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import type { BlockContext } from '../contract.ts'
import { defineBlock } from '../define.ts'
import { declare, resources, text, toggle } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { below } from '../levels.ts'
import { PickedPoem, WholePoems } from '../operations.generated.ts'
import { resultsAddress } from '../records.ts'
import { setting } from '../setting.ts'
import { freshTurnOf } from '../turn.ts'
import { isShort, poemHtml, type WholePoem } from '../whole-poem.ts'
import { words } from '../words.ts'

/** Poems that are asked for, of which the short ones are shown. */
const asked = 48
const mostShown = 6

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '读一首', en: 'A poem to read' },
  }),
  source: resources({
    label: { 'zh-CN': '放哪些诗', en: 'Which poems' },
    help: {
      'zh-CN': '存一个检索，从结果里取篇幅短的；或者逐首挑选。长诗不整首显示，请放在书架里。',
      en: 'Save a search, of which the short ones stand here, or pick poems one by one. Long poems belong on a shelf.',
    },
    most: mostShown,
    default: {
      from: 'query',
      query: '',
      filter: [{ name: 'kind', anyOf: ['poem'] }],
      sort: 'POPULAR',
      first: 3,
    },
  }),
  set: setting('vertical'),
  daily: toggle({
    label: { 'zh-CN': '每天换一批', en: 'Others each day' },
    help: {
      'zh-CN': '从检索结果里轮流取，读者每天来都有新的；关上就总是最前面的几首。',
      en: 'They take turns, so that whoever comes back finds others. Without it, always the first ones.',
    },
    default: true,
  }),
  more: text({
    label: { 'zh-CN': '“全部”链接的文字', en: 'Words of the link to all' },
    help: {
      'zh-CN': '不写就没有这个链接；只用于存下来的检索。',
      en: 'Without words there is no link. Only for a saved search.',
    },
    localized: true,
    longest: 40,
    optional: true,
  }),
})

export const poems = defineBlock({
  type: 'poems',
  v: 1,
  group: 'records',
  label: { 'zh-CN': '整首诗词', en: 'Poems to read' },
  about: {
    'zh-CN': '几首短诗，整首排出来，打开网页就能读；可以每天换。',
    en: 'Short poems, whole, to be read at once; others each day if wanted.',
  },
  fields,
  query: ({ source }, { locale }) => ({
    found:
      source.from === 'query'
        ? ask(WholePoems, {
            query: source.query,
            filter: source.filter,
            sort: source.sort,
            first: asked,
            language: locale,
          })
        : undefined,
    picked:
      source.from === 'picked'
        ? source.items.map(({ id }) => ask(PickedPoem, { id, language: locale }))
        : undefined,
  }),
  render({ fields: { title, source, set, daily, more }, answers, context, id }) {
    const picked = (answers.picked ?? []).flatMap((answer) => answer?.record ?? [])
    const found: readonly WholePoem[] =
      source.from === 'picked' ? picked : (answers.found?.search.edges ?? []).map(({ node }) => node)
    const short = found.filter(isShort)
    const shown =
      source.from === 'query' ? chosenOf(short, source.first, { daily, context }) : takenOf(short, context)
    if (shown.length === 0) return nothing
    const all = resultsAddress(source)
    const level = below(context.level)
    return framed({
      id,
      title: words(title, context),
      more: more && all !== null && html`<a class="link" href="${all}">${words(more, context)}</a>`,
      body: html`<div class="wholes">
        ${shown.map((poem, n) => poemHtml(poem, { context, id: `${id}-${n}`, level, set }))}
      </div>`,
      context,
      kind: 'poems',
    })
  },
})

/** Of a saved query: what stands on the page already is left out. */
function chosenOf(
  short: readonly WholePoem[],
  first: number,
  { daily, context }: { readonly daily: boolean; readonly context: BlockContext },
): readonly WholePoem[] {
  const most = Math.min(first, mostShown)
  if (daily) return freshTurnOf(short, most, context)
  return takenOf(
    short.filter(({ id }) => !context.shown.has(id)),
    context,
    most,
  )
}

function takenOf(
  short: readonly WholePoem[],
  { shown }: BlockContext,
  most = mostShown,
): readonly WholePoem[] {
  const taken = short.slice(0, most)
  for (const { id } of taken) shown.add(id)
  return taken
}
