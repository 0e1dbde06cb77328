/** Blocks side by side, one below the other where the page is narrow. */
import { html, nothing } from '@shuxiang/site-render/markup'
import type { BlockGroup } from '../fields/declaration.ts'
import { choice, declare, slot } from '../fields/declare.ts'
import { defineBlock } from '../define.ts'
import { plain } from '../frame.ts'

const groups: readonly BlockGroup[] = ['text', 'records', 'library', 'navigation']
const column = (zh: string, en: string) =>
  slot({ label: { 'zh-CN': zh, en }, allow: { groups }, most: 6, depth: 1 })

const fields = declare({
  share: choice({
    label: { 'zh-CN': '分栏', en: 'Columns' },
    help: {
      'zh-CN': '手机上总是上下排列，先第一栏。空着的栏不占地方。',
      en: 'On a phone they always stand one below the other, the first one first. An empty one takes no room.',
    },
    options: {
      halves: { 'zh-CN': '两栏等宽', en: 'Two of the same width' },
      thirds: { 'zh-CN': '三栏等宽', en: 'Three of the same width' },
      wide: { 'zh-CN': '左宽右窄', en: 'Wide, then narrow' },
      narrow: { 'zh-CN': '左窄右宽', en: 'Narrow, then wide' },
    },
    default: 'halves',
  }),
  first: column('第一栏', 'First column'),
  second: column('第二栏', 'Second column'),
  third: column('第三栏（三栏等宽时）', 'Third column (of three)'),
})

export const columns = defineBlock({
  type: 'columns',
  v: 1,
  group: 'layout',
  label: { 'zh-CN': '分栏', en: 'Columns' },
  about: { 'zh-CN': '让版块左右并排。', en: 'Blocks side by side.' },
  fields,
  render({ fields: { share }, slots, context }) {
    // What was put into the third column is not lost when there are two: it follows in the second.
    const standing =
      share === 'thirds'
        ? [slots.first, slots.second, slots.third]
        : [slots.first, [...slots.second, ...slots.third]]
    // Blocks that have nothing to show take no room either; what marks them for an editor is nothing to see.
    const filled = standing.filter((blocks) =>
      blocks.some(
        (drawn) =>
          drawn
            .toString()
            .replace(/<!--[^]*?-->/g, '')
            .trim() !== '',
      ),
    )
    if (filled.length === 0) return nothing
    const shape = filled.length === standing.length ? share : 'even'
    return plain(
      html`<div class="columns ${shape}">
        ${filled.map((blocks) => html`<div class="stack">${blocks}</div>`)}
      </div>`,
      context,
      'plain',
    )
  },
})
