/** Stands for a part that the nation or the province keeps; its blocks are put here before a page is drawn. */
import { isPartName } from '@shuxiang/site-model'
import { nothing } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { choice, declare, text } from '../fields/declare.ts'

const fields = declare({
  from: choice({
    label: { 'zh-CN': '谁的', en: 'Whose' },
    help: {
      'zh-CN': '谁编写、谁更新这段内容。您不用改，也改不了。',
      en: 'Who writes it and keeps it up to date. You need not change it, and cannot.',
    },
    options: {
      nation: { 'zh-CN': '全国', en: 'The nation’s' },
      province: { 'zh-CN': '本省', en: 'The province’s' },
    },
    default: 'nation',
  }),
  part: text({
    label: { 'zh-CN': '名称', en: 'Name' },
    help: {
      'zh-CN': '共用内容的名称，就是那一页地址里 /parts/ 后面的部分。',
      en: 'Of the part: what stands behind /parts/ in the address of its page.',
    },
    longest: 80,
    names: 'parts',
    default: '',
  }),
})

export const sharedPart = defineBlock({
  type: 'shared-part',
  v: 1,
  group: 'layout',
  label: { 'zh-CN': '共用内容', en: 'Shared part' },
  about: {
    'zh-CN': '由国家或省馆统一编写的一段内容，那边一改，这里跟着变。',
    en: 'Something that the national or provincial library keeps; when it changes there, it changes here.',
  },
  topmost: true,
  fields,
  wanting: ({ part }) =>
    isPartName(part)
      ? []
      : [
          {
            path: 'part',
            words: {
              'zh-CN': '“名称”：请填写共用内容的名称，只用文字、数字、- 和 _。',
              en: '“Name” is not filled in. Give letters, digits, - and _ only.',
            },
          },
        ],
  // What stands here is there before: a part that is not is left out.
  render: () => nothing,
})
