/** Who works here, what they help with, and how to reach them. */
import { html, nothing } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { declare, link, list, longText, text } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { addressOf } from '../links.ts'
import { words } from '../words.ts'

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '问馆员', en: 'Ask a librarian' },
  }),
  people: list({
    label: { 'zh-CN': '馆员', en: 'Librarians' },
    help: {
      'zh-CN': '按这里的顺序排列。列出姓名前，先问过本人。',
      en: 'In this order. Ask before you put somebody’s name here.',
    },
    each: { 'zh-CN': '馆员', en: 'librarian' },
    most: 40,
    of: declare({
      name: text({
        label: { 'zh-CN': '姓名', en: 'Name' },
        help: { 'zh-CN': '读者怎么称呼，如“沈老师”也可以。', en: 'As readers call them.' },
        localized: true,
        longest: 60,
        default: { 'zh-CN': '姓名', en: 'Name' },
      }),
      role: text({
        label: { 'zh-CN': '职务或部门', en: 'Post or department' },
        help: { 'zh-CN': '如“参考咨询部”。可以不写。', en: 'Such as “Reference desk”. May be left out.' },
        localized: true,
        longest: 80,
        optional: true,
      }),
      about: longText({
        label: { 'zh-CN': '能帮什么忙', en: 'What they help with' },
        help: {
          'zh-CN': '如“查地方志、家谱”。读者凭它知道找谁。',
          en: 'Such as “local history and family trees”: by this readers know whom to ask.',
        },
        localized: true,
        longest: 200,
        optional: true,
      }),
      mail: link({
        label: { 'zh-CN': '电子邮件（mailto:…）', en: 'E-mail (mailto:…)' },
        help: {
          'zh-CN': '写成 mailto:name@lib.cn。用工作邮箱，不要用私人的。',
          en: 'Write mailto:name@lib.cn. An address of the library, not a private one.',
        },
        to: ['mail'],
        optional: true,
      }),
      phone: link({
        label: { 'zh-CN': '电话（tel:…）', en: 'Telephone (tel:…)' },
        help: {
          'zh-CN': '写成 tel:0571-12345678。用办公电话，不要用私人的。',
          en: 'Write tel:0571-12345678. A telephone of the library, not a private one.',
        },
        to: ['mail'],
        optional: true,
      }),
    }),
  }),
})

const withoutScheme = (address: string): string => address.replace(/^(?:mailto|tel):/i, '')

export const staff = defineBlock({
  type: 'staff',
  v: 1,
  group: 'library',
  label: { 'zh-CN': '馆员', en: 'Staff' },
  about: {
    'zh-CN': '馆员的姓名、能帮什么忙、怎么联系。',
    en: 'Who works here, what they help with and how to reach them.',
  },
  fields,
  render({ fields: { title, people }, context, id }) {
    if (people.length === 0) return nothing
    const items = people.map((person) => {
      const ways = [person.mail, person.phone].flatMap((way) => {
        const address = way === undefined ? null : addressOf(way, context)
        return address === null ? [] : [html`<a class="link" href="${address}">${withoutScheme(address)}</a>`]
      })
      return html`<li>
        <p class="name">${words(person.name, context)}</p>
        ${person.role && html`<p class="m">${words(person.role, context)}</p>`}
        ${person.about && html`<p>${words(person.about, context)}</p>`}
        ${ways.length > 0 && html`<p class="reach">${ways}</p>`}
      </li>`
    })
    return framed({
      id,
      title: words(title, context),
      body: html`<ul class="people">
        ${items}
      </ul>`,
      context,
    })
  },
})
