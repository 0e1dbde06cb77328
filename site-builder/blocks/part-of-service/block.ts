/** Stands for something that a microfrontend offers. Whoever sends the page fills it; where it is not offered, nothing is seen. */
import { isOfferName, offerPlace } from '@shuxiang/site-render/markup'
import { defineBlock } from '../define.ts'
import { declare, text } from '../fields/declare.ts'
import { framed, plain } from '../frame.ts'
import { below } from '../levels.ts'
import { plainWords, words } from '../words.ts'

const fields = declare({
  offer: text({
    label: { 'zh-CN': '哪一项服务', en: 'Which part' },
    help: {
      'zh-CN': '由哪一项服务提供，例如“我的书架”（account/shelf）。',
      en: 'What the service gives, such as “My shelf” (account/shelf).',
    },
    longest: 83,
    names: 'offers',
    default: '',
  }),
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: {
      'zh-CN': '不填写时，用这项服务自己的标题。',
      en: 'Without one, the part has its own.',
    },
    localized: true,
    longest: 60,
    optional: true,
  }),
})

const kind = 'part-of-service'

export const partOfService = defineBlock({
  type: 'part-of-service',
  v: 1,
  group: 'library',
  label: { 'zh-CN': '服务内容', en: 'Part of a service' },
  about: {
    'zh-CN': '由一项服务提供的内容，例如读者自己的书架。没有安装这项服务时，读者看不到这里。',
    en: 'Something that a service offers, such as a reader’s own shelf. Where it is not installed, readers see nothing.',
  },
  fields,
  wanting: ({ offer }) =>
    isOfferName(offer)
      ? []
      : [
          {
            path: 'offer',
            words: {
              'zh-CN':
                offer.trim() === ''
                  ? '“哪一项服务”：还没有填写。'
                  : '“哪一项服务”：这不是服务的名称。请填写像 account/shelf 这样的名称。',
              en:
                offer.trim() === ''
                  ? '“Which part” is not filled in.'
                  : '“Which part”: this names none. Give a name such as account/shelf.',
            },
          },
        ],
  render({ fields: { offer, title }, context, id }) {
    const named = title !== undefined && plainWords(title, context) !== ''
    const level = named ? below(context.level) : context.level
    const body = offerPlace({ offer, named, level })
    return named
      ? framed({ id, title: words(title, context), body, context, kind })
      : plain(body, context, kind)
  },
  text: ({ title }, context) => plainWords(title, context),
})
