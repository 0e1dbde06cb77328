/** The form by which readers write to their library: on pages of the library, and again where something was missing. */
import { html } from './html.ts'
import type { Html, Insert } from './html.ts'
import { textArea } from './text-area.ts'

/** Where the form is sent. */
export const feedbackAt = '/_feedback'

/** As the graph knows them, in the order of the form. */
export const feedbackKinds = ['SUGGESTION', 'COMPLAINT', 'QUESTION', 'THANKS'] as const
export type FeedbackKind = (typeof feedbackKinds)[number]

export const longestFeedback = { text: 2000, contact: 100 } as const

export interface FeedbackValues {
  readonly kind: FeedbackKind
  readonly text: string
  readonly contact: string
  /** Path of the page on which it is written. */
  readonly page: string
}

export interface FeedbackForm {
  readonly locale: 'zh-CN' | 'en'
  /** Ids begin with it. */
  readonly id: string
  readonly values: FeedbackValues
  /** What is wrong with the text; null: nothing, or nobody has looked. */
  readonly fault: Insert
}

const words = {
  'zh-CN': {
    kind: '您想说的是',
    kinds: { SUGGESTION: '建议', COMPLAINT: '投诉', QUESTION: '咨询', THANKS: '表扬' },
    text: '内容',
    textHelp: `写明时间、地点和经过。最多 ${longestFeedback.text} 字。`,
    contact: '怎样联系您（可不填）',
    contactHelp: '想得到答复，请留电话或邮箱。只用来答复这件事，办结 30 天后删除。',
    empty: '请留空：这一栏是给机器人准备的',
    send: '发送',
  },
  en: {
    kind: 'What it is',
    kinds: { SUGGESTION: 'Suggestion', COMPLAINT: 'Complaint', QUESTION: 'Question', THANKS: 'Praise' },
    text: 'Your message',
    textHelp: `Say when and where it was and what happened. At most ${longestFeedback.text} characters.`,
    contact: 'How to reach you (optional)',
    contactHelp:
      'For an answer, leave a telephone number or an e-mail address. It is used for this answer only and deleted 30 days later.',
    empty: 'Leave this empty: it is meant for robots',
    send: 'Send',
  },
} as const

export function feedbackFormHtml({ locale, id, values, fault }: FeedbackForm): Html {
  const say = words[locale]
  const at = (part: string): string => `${id}-${part}`
  const kinds = feedbackKinds.map(
    (kind) =>
      html`<label
        ><input
          type="radio"
          name="kind"
          value="${kind}"
          ${kind === values.kind && html`checked`}
        />${say.kinds[kind]}</label
      >`,
  )
  const text = textArea({
    ...{ id: at('text'), name: 'text', rows: 7, longest: longestFeedback.text, value: values.text },
    ...{ describedBy: fault ? `${at('fault')} ${at('help')}` : at('help'), invalid: Boolean(fault) },
  })
  return html`<form class="letter" method="post" action="${feedbackAt}">
    <fieldset>
      <legend>${say.kind}</legend>
      <div class="choices">${kinds}</div>
    </fieldset>
    <p>
      <label for="${at('text')}">${say.text}</label>
      ${fault && html`<strong class="fault" id="${at('fault')}">${fault}</strong>`} ${text}
      <small id="${at('help')}">${say.textHelp}</small>
    </p>
    <p>
      <label for="${at('contact')}">${say.contact}</label>
      <input
        id="${at('contact')}"
        type="text"
        name="contact"
        maxlength="${longestFeedback.contact}"
        value="${values.contact}"
        aria-describedby="${at('why')}"
      />
      <small id="${at('why')}">${say.contactHelp}</small>
    </p>
    <p class="away">
      <label>${say.empty}<input type="text" name="website" tabindex="-1" autocomplete="off" /></label>
    </p>
    <input type="hidden" name="page" value="${values.page}" />
    <button class="btn primary">${say.send}</button>
  </form>`
}
