/** Pages around the form of a letter: it has arrived, or something keeps it from being sent. */
import { feedbackFormHtml, type FeedbackValues } from '../markup/feedback-form.ts'
import { html } from '../markup/html.ts'
import type { Html } from '../markup/html.ts'
import type { Locale } from './messages.ts'

/** Why it is not sent yet: nothing is written, more than fits, too many at once, or it could not be kept. */
export type FeedbackTrouble = 'empty' | 'long' | 'often' | 'full' | 'away'

export type FeedbackPageOptions = { readonly locale: Locale; readonly name: string } & (
  | { readonly sent: string }
  /** `trouble`: null where nobody has sent anything yet. */
  | { readonly values: FeedbackValues; readonly trouble: FeedbackTrouble | null }
)

const words = {
  'zh-CN': {
    title: '写给图书馆',
    sentTitle: '已经收到，谢谢您',
    sent: (name: string) => `您的话已经送到${name}。如果留了联系方式，馆员会答复您。`,
    reference: '编号',
    ask: '想问办得怎样，请告诉馆员这个编号。',
    home: '回到首页',
    trouble: {
      empty: '还没有写内容。写上一句就可以发送。',
      long: '内容太长了，请删短一些再发送。您写的都还在下面。',
      often: '短时间里发送了很多次。请过十分钟再试；急事请打电话。您写的都还在下面。',
      full: '今天收到的太多，暂时收不下了。请明天再试，或者打电话。您写的都还在下面。',
      away: '现在没能送到，请稍等一会儿再发送。您写的都还在下面。',
    },
  },
  en: {
    title: 'Write to the library',
    sentTitle: 'It has arrived. Thank you',
    sent: (name: string) =>
      `Your message is with ${name}. If you have said how to reach you, a librarian will answer.`,
    reference: 'Reference',
    ask: 'To ask what became of it, give this reference.',
    home: 'Go to the home page',
    trouble: {
      empty: 'Nothing is written yet. One sentence is enough.',
      long: 'It is too long. Make it shorter and send it again. What you wrote is below.',
      often:
        'Many messages were sent in a short time. Try again in ten minutes; call if it is urgent. What you wrote is below.',
      full: 'More has arrived today than can be taken. Try again tomorrow, or call. What you wrote is below.',
      away: 'It could not be delivered now. Send it again in a moment. What you wrote is below.',
    },
  },
} as const

export function feedbackTitle(options: FeedbackPageOptions): string {
  const say = words[options.locale]
  return 'sent' in options ? say.sentTitle : say.title
}

export function feedbackPage(options: FeedbackPageOptions): Html {
  const { locale, name } = options
  const say = words[locale]
  if ('sent' in options)
    return html`<div class="wrap">
      <section class="state">
        <h1 tabindex="-1">${say.sentTitle}</h1>
        <p>${say.sent(name)}</p>
        <p>${say.reference} <strong>${options.sent}</strong></p>
        <p>${say.ask}</p>
        <p><a class="btn" href="/">${say.home}</a></p>
      </section>
    </div>`
  const { trouble, values } = options
  const onText = trouble === 'empty' || trouble === 'long'
  const said = trouble && say.trouble[trouble]
  return html`<div class="band">
    <div class="wrap">
      <h1 tabindex="-1">${say.title}</h1>
      ${said && !onText && html`<p class="notice" role="alert">${said}</p>`}
      ${feedbackFormHtml({ locale, id: 'letter', values, fault: onText ? said : null })}
    </div>
  </div>`
}
