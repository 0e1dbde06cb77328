/** Files to take away: name, what it is, how large. */
import { html, nothing } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { declare, link, list, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { askFiles, withFiles } from '../files.ts'
import { framed } from '../frame.ts'
import { linked } from '../links.ts'
import { words } from '../words.ts'

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '下载', en: 'Downloads' },
  }),
  files: list({
    label: { 'zh-CN': '文件', en: 'Files' },
    help: { 'zh-CN': '按这里的顺序排列。', en: 'In this order.' },
    each: { 'zh-CN': '文件', en: 'file' },
    most: 50,
    of: declare({
      name: text({
        label: { 'zh-CN': '名称', en: 'Name' },
        help: {
          'zh-CN': '读者看到的名称，如“读者证申请表”。格式和大小会自己标上。',
          en: 'What readers see, such as “Form for a library card”. Kind and size are added by themselves.',
        },
        localized: true,
        longest: 100,
        default: { 'zh-CN': '文件', en: 'File' },
      }),
      to: link({
        label: { 'zh-CN': '文件', en: 'File' },
        help: { 'zh-CN': '从“图片与文件”里选一个文件。', en: 'Choose one of your files.' },
        to: ['asset', 'path', 'elsewhere'],
        default: '/',
      }),
      facts: text({
        label: { 'zh-CN': '格式与大小', en: 'Format and size' },
        help: {
          'zh-CN': '例如“PDF，1.2 MB”，读者好决定要不要用流量下载。',
          en: 'Such as “PDF, 1.2 MB”, so that readers know what it costs them.',
        },
        localized: true,
        longest: 60,
        optional: true,
      }),
    }),
  }),
})

export const downloadList = defineBlock({
  type: 'download-list',
  v: 1,
  group: 'text',
  label: { 'zh-CN': '下载列表', en: 'Downloads' },
  about: { 'zh-CN': '表格、章程等文件，供读者下载。', en: 'Forms, rules and other files for readers.' },
  fields,
  query: ({ files }) => ({ found: askFiles(files.map(({ to }) => to)) }),
  render({ fields: { title, files }, answers, context, id }) {
    if (files.length === 0) return nothing
    const there = withFiles(context, answers.found)
    const items = files.map(
      (file) =>
        html`<li>
          ${linked(file.to, words(file.name, context), there)}
          ${file.facts && html`<small>${words(file.facts, context)}</small>`}
        </li>`,
    )
    return framed({
      id,
      title: words(title, context),
      body: html`<ul class="files">
        ${items}
      </ul>`,
      context,
    })
  },
})
