/** One picture, with what is said of it. */
import { html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { asset, choice, declare, link, longText } from '../fields/declare.ts'
import { withFiles, askFiles } from '../files.ts'
import { plain } from '../frame.ts'
import { addressOf } from '../links.ts'
import { SitePictures } from '../operations.generated.ts'
import { creditHtml, pictured, pictureHtml } from '../pictures.ts'
import { words } from '../words.ts'

const fields = declare({
  picture: asset({
    label: { 'zh-CN': '图片', en: 'Picture' },
    help: {
      'zh-CN': '从“图片与文件”里选。图里有什么，在那里说明一次就行。',
      en: 'Choose one of your pictures. What is to be seen on it is said once, with the picture.',
    },
    accept: 'image',
    optional: true,
    needed: true,
  }),
  caption: longText({
    label: { 'zh-CN': '图注', en: 'Caption' },
    help: {
      'zh-CN': '图片下方的一句话：时间、地点、人物。看不见图片的读者另有文字说明。',
      en: 'A sentence below: when, where, who. Those who do not see the picture have its description.',
    },
    localized: true,
    longest: 300,
    optional: true,
  }),
  link: link({
    label: { 'zh-CN': '点击后打开', en: 'Where it leads' },
    help: {
      'zh-CN': '可以不填。填了，点图片就打开那一页。',
      en: 'May be left out. With it, the picture leads there.',
    },
    to: ['page', 'record', 'asset', 'path', 'elsewhere'],
    optional: true,
  }),
  width: choice({
    label: { 'zh-CN': '宽度', en: 'Width' },
    help: { 'zh-CN': '手机上总是和屏幕一样宽。', en: 'On a phone it is always as wide as the screen.' },
    options: {
      text: { 'zh-CN': '与正文同宽', en: 'As wide as text' },
      wide: { 'zh-CN': '与页面同宽', en: 'As wide as the page' },
    },
    default: 'text',
  }),
  shape: choice({
    label: { 'zh-CN': '形状', en: 'Shape' },
    help: {
      'zh-CN': '裁成什么形状。要紧的部分不会裁掉：在图片里标出它。',
      en: 'To which shape it is cut. What matters stays: mark it in the picture.',
    },
    options: {
      whole: { 'zh-CN': '完整显示', en: 'All of it' },
      banner: { 'zh-CN': '裁成横幅', en: 'Cut to a banner' },
    },
    default: 'whole',
  }),
})

/** How wide it stands, for the browser to choose a file by. */
const sizes = {
  text: '(min-width: 42rem) 40rem, 100vw',
  wide: '(min-width: 77rem) 75rem, 100vw',
} as const

export const image = defineBlock({
  type: 'image',
  v: 1,
  group: 'text',
  label: { 'zh-CN': '图片', en: 'Picture' },
  about: { 'zh-CN': '一张图片，可以有图注和链接。', en: 'One picture, with a caption and a link if wanted.' },
  fields,
  query: ({ picture, link }) => ({
    found: picture && ask(SitePictures, { ids: [picture.id] }),
    files: askFiles(link === undefined ? [] : [link]),
  }),
  render({ fields: { picture, caption, link, width, shape }, answers, context }) {
    const found = pictured(picture, answers.found)
    const drawn = found && pictureHtml(found, sizes[width], context)
    if (!found || !drawn) return nothing
    const address = link === undefined ? null : addressOf(link, withFiles(context, answers.files))
    const credit = creditHtml(found.picture)
    return plain(
      html`<figure class="image ${width} ${shape}">
        ${address === null ? drawn : html`<a href="${address}">${drawn}</a>`}
        ${(caption ?? credit) && html`<figcaption>${words(caption, context)} ${credit}</figcaption>`}
      </figure>`,
      context,
      'pictures',
    )
  },
})
