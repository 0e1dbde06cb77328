/** The form by which readers report an error in a line of a text. */
import { html } from './html.ts'
import type { Html } from './html.ts'
import { textArea } from './text-area.ts'

/** As the graph takes them. */
export const longestCorrection = { words: 500, source: 300, contact: 100 } as const

/** Why it is not sent yet: nothing is written, more than fits, no such line, too many at once, or it could not be kept. */
export type CorrectionTrouble = 'empty' | 'long' | 'gone' | 'often' | 'full' | 'away'

export interface CorrectionValues {
  readonly wrong: string
  readonly should: string
  readonly source: string
  readonly contact: string
}

export interface CorrectionForm {
  readonly locale: 'zh-CN' | 'en'
  /** Path with which it is sent: it says record, chapter and line. */
  readonly action: string
  /** The line, empty where it is not known. */
  readonly line: string
  /** BCP 47, of the line. */
  readonly language: string
  readonly values: CorrectionValues
  /** What keeps it from being sent, in words. `onText`: it is about the field of what is wrong. */
  readonly trouble: { readonly words: string; readonly onText: boolean } | null
}

const words = {
  'zh-CN': {
    line: '这一句',
    wrong: '哪里错了',
    wrongHelp: `例如：错字、漏字、多字、标点。最多 ${longestCorrection.words} 字。`,
    should: '应当是（可不填）',
    source: '在哪里看到的（可不填）',
    sourceHelp: '书名、版本、卷次、页码，或网址。',
    contact: '怎样联系您（可不填）',
    contactHelp: '只在有疑问时使用，处理之后 30 天删除。不填也可以。',
    empty: '请留空：这一栏是给机器人准备的',
    send: '发送',
  },
  en: {
    line: 'The line',
    wrong: 'What is wrong',
    wrongHelp: `Such as a wrong, missing or extra character, or punctuation. At most ${longestCorrection.words} characters.`,
    should: 'How it should read (optional)',
    source: 'Where that is seen (optional)',
    sourceHelp: 'A book with its edition, volume and page, or an address on the web.',
    contact: 'How to reach you (optional)',
    contactHelp: 'Used only where something is unclear, and deleted 30 days after the decision.',
    empty: 'Leave this empty: it is meant for robots',
    send: 'Send',
  },
} as const

export function correctionForm({ locale, action, line, language, values, trouble }: CorrectionForm): Html {
  const say = words[locale]
  const fault = trouble?.onText ? trouble.words : null
  const text = textArea({
    ...{ id: 'c-wrong', name: 'wrong', rows: 3, longest: longestCorrection.words, value: values.wrong },
    ...{ describedBy: fault ? 'c-fault c-help' : 'c-help', invalid: fault !== null },
  })
  return html`${trouble && !trouble.onText && html`<p class="notice" role="alert">${trouble.words}</p>`}
    ${
      line !== '' &&
      html`<figure class="line">
        <figcaption>${say.line}</figcaption>
        <blockquote lang="${language}">${line}</blockquote>
      </figure>`
    }
    <form class="letter" method="post" action="${action}">
      <p>
        <label for="c-wrong">${say.wrong}</label>
        ${fault && html`<strong class="fault" id="c-fault">${fault}</strong>`} ${text}
        <small id="c-help">${say.wrongHelp}</small>
      </p>
      ${field('should', say.should, longestCorrection.words, values.should, null)}
      ${field('source', say.source, longestCorrection.source, values.source, say.sourceHelp)}
      ${field('contact', say.contact, longestCorrection.contact, values.contact, say.contactHelp)}
      <p class="away">
        <label>${say.empty}<input type="text" name="website" tabindex="-1" autocomplete="off" /></label>
      </p>
      <button class="btn primary">${say.send}</button>
    </form>`
}

function field(name: string, label: string, longest: number, value: string, help: string | null): Html {
  const id = `c-${name}`
  return html`<p>
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      type="text"
      name="${name}"
      maxlength="${longest}"
      value="${value}"
      ${help !== null && html`aria-describedby="${id}-help"`}
    />
    ${help !== null && html`<small id="${id}-help">${help}</small>`}
  </p>`
}
