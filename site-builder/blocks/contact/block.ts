/** Where the library is, how it is reached, where readers complain and what may be borrowed. No map, no frame of others. */
import { heading, html, nothing } from '@shuxiang/site-render/markup'
import type { Html, Insert } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import type { BlockContext } from '../contract.ts'
import { defineBlock } from '../define.ts'
import { declare, entity, text, toggle } from '../fields/declare.ts'
import { titleHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { below } from '../levels.ts'
import { linked } from '../links.ts'
import { LibraryContact } from '../operations.generated.ts'
import type { LibraryContactData } from '../operations.generated.ts'
import { filled, libraryNode, paragraphs, plainSaid, said } from '../said.ts'
import { words } from '../words.ts'

const say = {
  'zh-CN': {
    address: '地址',
    postalCode: '邮编',
    telephone: '电话',
    email: '电子邮件',
    wechat: '微信公众号',
    directions: '怎么来',
    access: '无障碍',
    complaints: '投诉与建议',
    rules: '借阅规则',
    whole: '查看全文',
  },
  en: {
    address: 'Address',
    postalCode: 'Postal code',
    telephone: 'Telephone',
    email: 'E-mail',
    wechat: 'WeChat',
    directions: 'Getting here',
    access: 'Access',
    complaints: 'Complaints and suggestions',
    rules: 'Borrowing',
    whole: 'Read all of it',
  },
} as const

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: titleHelp,
    localized: true,
    longest: 60,
    default: { 'zh-CN': '联系我们', en: 'Contact' },
  }),
  contact: entity({
    label: { 'zh-CN': '联系方式', en: 'Contact' },
    help: {
      'zh-CN': '在“开放与联系”里改一次，网站、门户和接口都会跟着变。',
      en: 'Kept with the library: changed once, the site, the portal and the API say it.',
    },
    entity: 'contact',
  }),
  rules: toggle({
    label: { 'zh-CN': '也写借阅规则', en: 'The rules of borrowing too' },
    help: {
      'zh-CN': '把在管理台填过的借阅规则也显示在这里。',
      en: 'Shows the rules of borrowing here, too, as they were filled in once in the console.',
    },
    default: true,
  }),
})

export const contact = defineBlock({
  type: 'contact',
  v: 1,
  group: 'library',
  label: { 'zh-CN': '联系与地址', en: 'Contact and address' },
  about: {
    'zh-CN': '地址、电话、怎么来、无障碍设施、投诉渠道和借阅规则。',
    en: 'Address, telephones, how to get here, access, complaints and the rules of borrowing.',
  },
  fields,
  query: () => ({ asked: ask(LibraryContact, {}) }),
  jsonLd({ answers, context }) {
    const here = answers.asked?.here
    if (!here?.contact) return []
    const { address, postalCode, telephones, email } = here.contact
    const street = plainSaid(address, context)
    const place = filled({ streetAddress: street, postalCode })
    return [
      libraryNode(
        here.name,
        filled({
          telephone: telephones[0]?.number ?? null,
          email,
          address: street === '' ? null : { '@type': 'PostalAddress', ...place, addressCountry: 'CN' },
        }),
      ),
    ]
  },
  render({ fields, answers, context, id }) {
    const here = answers.asked?.here
    const facts = here?.contact ? factsHtml(here.contact, context) : []
    const rules = fields.rules && here?.lendingRules ? rulesHtml(here.lendingRules, context) : null
    if (facts.length === 0 && rules === null) return nothing
    return framed({
      id,
      title: words(fields.title, context),
      body: html`${facts.length > 0 && html`<dl class="contact">${facts}</dl>`} ${rules}`,
      context,
    })
  },
})

type Here = NonNullable<LibraryContactData['here']>
type Contact = NonNullable<Here['contact']>

/** What is filled in, each with its name. */
function factsHtml(given: Contact, context: BlockContext): readonly Html[] {
  const named = say[context.locale]
  const fact = (name: string, values: readonly Insert[]): readonly Html[] =>
    values.length === 0
      ? []
      : [
          html`<div>
            <dt>${name}</dt>
            ${values.map((value) => html`<dd>${value}</dd>`)}
          </div>`,
        ]
  const one = (text: string | null): readonly Insert[] => (text === null || text === '' ? [] : [text])
  const mail = (address: string | null): readonly Insert[] =>
    one(address).map(() => linked(`mailto:${address}`, address ?? '', context))
  const call = (number: string | null): readonly Insert[] =>
    one(number).map(() => linked(`tel:${dialled(number ?? '')}`, number ?? '', context))
  const { complaints } = given
  return [
    ...fact(named.address, [said(given.address, context) ?? []].flat()),
    ...fact(named.postalCode, one(given.postalCode)),
    ...fact(
      named.telephone,
      given.telephones.map(({ name, number }) => html`${said(name, context)} ${call(number)}`),
    ),
    ...fact(named.email, mail(given.email)),
    ...fact(named.wechat, one(given.wechat)),
    ...fact(named.directions, paragraphs(given.directions, context)),
    ...fact(named.access, paragraphs(given.access, context)),
    ...fact(named.complaints, [
      ...call(complaints.telephone),
      ...mail(complaints.email),
      ...paragraphs(complaints.text, context),
    ]),
  ]
}

/** What a telephone dials: an extension is asked for by whoever answers. */
const dialled = (number: string): string => number.replace(/(转|ext).*$/, '').replace(/[^0-9+]/g, '')

function rulesHtml({ text, link }: NonNullable<Here['lendingRules']>, context: BlockContext): Html {
  const named = say[context.locale]
  return html`<div class="rules">
    ${heading(below(context.level), null, named.rules)} ${paragraphs(text, context)}
    ${link && html`<p>${linked(link, named.whole, context)}</p>`}
  </div>`
}
