/** Pages by which readers report an error in a text: which line it is, what is wrong, and what becomes of it. */
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import { correctionForm } from '../markup/correction-form.ts'
import type { CorrectionForm, CorrectionTrouble } from '../markup/correction-form.ts'
import type { Locale } from './messages.ts'

/** The text that it is about. */
export interface CorrectedText {
  readonly title: string
  /** BCP 47, of title and lines. */
  readonly language: string
  /** Where it comes from. */
  readonly source: string
  /** Path of the page where it is read. */
  readonly at: string
}

interface Way {
  readonly label: string
  readonly to: string
}

export type CorrectionPageOptions = { readonly locale: Locale; readonly text: CorrectedText } & (
  | { readonly sent: string }
  /** `what`: chapters or lines of which one is chosen; `next` leads to more of them. */
  | { readonly what: 'part' | 'line'; readonly ways: readonly Way[]; readonly next: string | null }
  | { readonly form: Omit<CorrectionForm, 'locale' | 'language'>; readonly others: string }
)

const words = {
  'zh-CN': {
    title: '报告文字错误',
    sentTitle: '已经收到，谢谢您',
    way: '位置',
    choose: { part: '错误在哪一篇？', line: '错误在哪一句？' },
    none: '这里没有可以报告的文字。',
    next: '后面的文字',
    others: '换一句',
    sent: '馆员会对照版本查看您的报告。',
    accepted: (source: string) =>
      `确有错误的，会列入交给来源“${source}”维护者的更正清单。这里的文字从来源导入：来源改正并重新导入之后，这一页才会改变，可能要等一段时间。`,
    kept: '留了联系方式的，只在有疑问时联系您，处理之后 30 天删除。',
    reference: '编号',
    back: '回到原文',
    trouble: {
      empty: '还没有写哪里错了。写上一句就可以发送。',
      long: '内容太长了，请删短一些再发送。您写的都还在下面。',
      gone: '这一句现在找不到了，可能刚刚改过。请回到原文再看看。您写的都还在下面。',
      often: '短时间里发送了很多次。请过十分钟再试。您写的都还在下面。',
      full: '今天收到的太多，暂时收不下了。请明天再试。您写的都还在下面。',
      away: '现在没能送到，请稍等一会儿再发送。您写的都还在下面。',
    },
  },
  en: {
    title: 'Report an error in the text',
    sentTitle: 'It has arrived. Thank you',
    way: 'Place',
    choose: { part: 'Which chapter is it in?', line: 'Which line is it?' },
    none: 'There is no text here that can be reported.',
    next: 'More of the text',
    others: 'Another line',
    sent: 'A librarian will hold your report against the editions.',
    accepted: (source: string) =>
      `If it is right, it goes on the list of corrections for whoever keeps the source, “${source}”. The text here is imported from there: this page changes once the source has been corrected and imported again, which may take some time.`,
    kept: 'If you have said how to reach you, you are asked only where something is unclear; it is deleted 30 days after the decision.',
    reference: 'Reference',
    back: 'Back to the text',
    trouble: {
      empty: 'Nothing is written yet on what is wrong. One sentence is enough.',
      long: 'It is too long. Make it shorter and send it again. What you wrote is below.',
      gone: 'This line is no longer there; it may just have changed. Look at the text again. What you wrote is below.',
      often: 'Many reports were sent in a short time. Try again in ten minutes. What you wrote is below.',
      full: 'More has arrived today than can be taken. Try again tomorrow. What you wrote is below.',
      away: 'It could not be delivered now. Send it again in a moment. What you wrote is below.',
    },
  },
} as const

export function correctionTitle(options: CorrectionPageOptions): string {
  const say = words[options.locale]
  return `${'sent' in options ? say.sentTitle : say.title}: ${options.text.title}`.replace(
    ': ',
    options.locale === 'en' ? ': ' : '：',
  )
}

/** What is said where it could not be sent. */
export function correctionTroubleWords(locale: Locale, trouble: CorrectionTrouble): string {
  return words[locale].trouble[trouble]
}

export function correctionPage(options: CorrectionPageOptions): Html {
  const { locale, text } = options
  const say = words[locale]
  if ('sent' in options)
    return html`<div class="wrap">
      <section class="state">
        <h1 tabindex="-1">${say.sentTitle}</h1>
        <p>${say.sent}</p>
        <p>${say.accepted(text.source)}</p>
        <p>${say.kept}</p>
        <p>${say.reference} <strong>${options.sent}</strong></p>
        <p><a class="btn" href="${text.at}">${say.back}</a></p>
      </section>
    </div>`
  const body =
    'form' in options
      ? html`${correctionForm({ ...options.form, locale, language: text.language })}
          <p><a class="link tap" href="${options.others}">${say.others}</a></p>`
      : chooser(options, say)
  return html`<div class="band">
    <div class="wrap">
      <nav class="crumbs" aria-label="${say.way}">
        <a class="tap" href="${text.at}" lang="${text.language}">${text.title}</a> › <span>${say.title}</span>
      </nav>
      <h1 tabindex="-1">${say.title}</h1>
      ${body}
    </div>
  </div>`
}

function chooser(
  { what, ways, next, text }: Extract<CorrectionPageOptions, { readonly what: 'part' | 'line' }>,
  say: (typeof words)[Locale],
): Html {
  if (ways.length === 0) return html`<p>${say.none}</p>`
  return html`<h2>${say.choose[what]}</h2>
    <ul class="choose" lang="${text.language}">
      ${ways.map(({ label, to }) => html`<li><a class="tap" href="${to}">${label}</a></li>`)}
    </ul>
    ${next !== null && html`<p><a class="btn" href="${next}">${say.next}</a></p>`}`
}
