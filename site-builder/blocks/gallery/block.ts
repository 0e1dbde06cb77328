/** Several pictures, each with what is said of it. A list: nothing moves, nothing needs a script. */
import { html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { asset, declare, list, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { SitePictures } from '../operations.generated.ts'
import { altOf, creditHtml, largestOf, pictured, pictureHtml } from '../pictures.ts'
import { words } from '../words.ts'

const most = 24

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '图集', en: 'Pictures' },
  }),
  pictures: list({
    label: { 'zh-CN': '图片', en: 'Pictures' },
    help: {
      'zh-CN': '按这里的顺序显示，读者点开看大图。',
      en: 'In this order; readers press one to see it large.',
    },
    each: { 'zh-CN': '图片', en: 'picture' },
    most,
    of: declare({
      picture: asset({
        label: { 'zh-CN': '图片', en: 'Picture' },
        help: { 'zh-CN': '从“图片与文件”里选一张。', en: 'Choose one of your pictures.' },
        accept: 'image',
        optional: true,
        needed: true,
      }),
      caption: text({
        label: { 'zh-CN': '图注', en: 'Caption' },
        help: {
          'zh-CN': '写在图片下面的一句话，如时间、地点、谁拍的。可以不写。',
          en: 'A line below it: when, where, by whom. May be left out.',
        },
        localized: true,
        longest: 100,
        optional: true,
      }),
    }),
  }),
})

/** Two beside each other on a phone, three or four on a page. */
const sizes = '(min-width: 56rem) 24rem, 50vw'

export const gallery = defineBlock({
  type: 'gallery',
  v: 1,
  group: 'text',
  label: { 'zh-CN': '图集', en: 'Pictures' },
  about: { 'zh-CN': '几张图片排在一起，点开看大图。', en: 'Pictures side by side; each opens in full.' },
  fields,
  query({ pictures }) {
    const ids = [...new Set(pictures.flatMap(({ picture }) => picture?.id ?? []))]
    return { found: ids.length === 0 ? undefined : ask(SitePictures, { ids }) }
  },
  render({ fields: { title, pictures }, answers, context, id }) {
    const items = pictures.flatMap(({ picture, caption }) => {
      const found = pictured(picture, answers.found)
      const drawn = found && pictureHtml(found, sizes, context)
      if (!found || !drawn) return []
      const large = largestOf(found.picture)
      const credit = creditHtml(found.picture)
      // A link is named by the words of its picture; without any it would have no name.
      const opens = large !== null && altOf(found, context)
      return [
        html`<li>
          <figure>
            ${opens ? html`<a href="${large}">${drawn}</a>` : drawn}
            ${(caption ?? credit) && html`<figcaption>${words(caption, context)} ${credit}</figcaption>`}
          </figure>
        </li>`,
      ]
    })
    if (items.length === 0) return nothing
    const body = html`<ul class="gallery">
      ${items}
    </ul>`
    return framed({ id, title: words(title, context), body, context })
  },
})
