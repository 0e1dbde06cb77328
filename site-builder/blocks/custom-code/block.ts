/** Code of the library's own that a second person has let through. It runs in a frame that can reach nothing. */
import { html, ownFrame } from '@shuxiang/site-render/markup'
import { textFor } from '@shuxiang/site-model'
import { ask } from '../answers/ask.ts'
import { defineBlock } from '../define.ts'
import { declare, longText, text } from '../fields/declare.ts'
import { framed } from '../frame.ts'
import { SiteCode } from '../operations.generated.ts'
import { plainWords, words } from '../words.ts'
import { codePath, isCodeId } from './code-address.ts'

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: {
      'zh-CN': '写明里面是什么：看不见画面的读者靠它知道这里是什么。',
      en: 'Say what is in it: who does not see it knows by this what is here.',
    },
    localized: true,
    longest: 60,
    default: { 'zh-CN': '互动内容', en: 'Something to try' },
  }),
  code: text({
    label: { 'zh-CN': '代码编号', en: 'Number of the code' },
    help: {
      'zh-CN': '先在后台“自定义代码”里申请，通过以后把那里的编号复制到这里。',
      en: 'Ask for it under “Custom code” in the console, and copy its number to here once it is approved.',
    },
    longest: 100,
    default: '',
  }),
  caption: longText({
    label: { 'zh-CN': '说明', en: 'Caption' },
    help: {
      'zh-CN': '几句话说说内容；打不开的读者也能知道。',
      en: 'A few sentences, for who cannot open it.',
    },
    localized: true,
    longest: 500,
    optional: true,
  }),
})

const label = { 'zh-CN': '自定义代码', en: 'Custom code' } as const

const say = {
  'zh-CN': { gone: '这里的内容现在不能显示。', paper: '这一内容只能在屏幕上使用。' },
  en: { gone: 'What was here cannot be shown now.', paper: 'This can be used on a screen only.' },
} as const

export const customCode = defineBlock({
  type: 'custom-code',
  v: 1,
  group: 'text',
  label,
  about: {
    'zh-CN': '图书馆自己的一段网页代码，如倒计时、小游戏。要先申请，由另一个人审查通过。',
    en: 'Code of the library’s own, such as a countdown or a small game. Somebody else looks at it first.',
  },
  fields,
  query: ({ code }) => ({ found: isCodeId(code.trim()) ? ask(SiteCode, { id: code.trim() }) : undefined }),
  wanting: ({ code }) =>
    code.trim() === '' || isCodeId(code.trim())
      ? []
      : [
          {
            path: 'code',
            words: {
              'zh-CN': '“代码编号”：请先在后台“自定义代码”里申请，通过以后把那里的编号完整地复制到这里。',
              en: '“Number of the code”: ask for the code under “Custom code” in the console, and copy its whole number to here once it is approved.',
            },
          },
        ],
  render({ fields: { title, code, caption }, answers, context, id }) {
    const it = say[context.locale]
    const found = answers.found?.pageCode
    const path = found ? codePath({ id: code.trim(), sha256: found.sha256 }) : null
    const name = plainWords(title, context) || label[context.locale]
    const body = html`<div class="custom-code">
      ${
        found && path !== null
          ? html`${ownFrame({ path, title: name, height: found.height })}
              <p class="paper">${it.paper}</p>`
          : html`<p class="none">${it.gone}</p>`
      }
      ${caption && html`<p class="lead">${words(caption, context)}</p>`}
    </div>`
    return framed({ id, title: words(title, context), body, context })
  },
  text: ({ title, caption }, { locale }) =>
    [title, caption].flatMap((one) => (one && textFor(one, locale)?.text) ?? []).join('\n'),
})
