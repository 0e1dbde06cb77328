/**
 * `/_feedback`: takes letters to the library on whose site they are written, without a script and without a sign-in. What was
 * typed comes back with whatever keeps it from being sent.
 */
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import { textFor } from '@shuxiang/site-model'
import {
  feedbackAt,
  feedbackKinds,
  feedbackPage,
  feedbackTitle,
  longestFeedback,
  type FeedbackPageOptions,
  type FeedbackTrouble,
  type FeedbackValues,
} from '@shuxiang/site-render'
import { sendRedirect, type Exchange } from '../http/exchange.ts'
import {
  forRobots,
  isOfRobot,
  keyOfLetter,
  letterCall,
  networkOfLetter,
  outcomeOf,
  sentForm,
  sentReference,
} from '../letters/letter.ts'
import type { Often } from '../letters/often.ts'
import { SendFeedback } from '../operations.generated.ts'
import { draftPage, sendErrorPage, type PageParts } from '../pages/page-writer.ts'
import { readPreferences } from '../preferences/preferences.ts'
import { brandOf, takenDownAt } from '../sites/site.ts'

/** Two thousand characters of nine bytes each as forms write them, and the rest. */
const LARGEST_FORM = 24 * 1024

export interface FeedbackParts extends PageParts {
  readonly client: GatewayClient
  readonly feedbackOften: Often
  readonly lettersSecret: string
}

const statusOf: Readonly<Record<FeedbackTrouble, number>> = {
  empty: 422,
  long: 422,
  often: 429,
  full: 503,
  away: 503,
}

export async function serveFeedback(parts: FeedbackParts, exchange: Exchange): Promise<void> {
  const { request, url } = exchange
  // The portal has nobody who would answer; each library has its own site.
  if (parts.site === null) return sendErrorPage(parts, exchange, 404)
  const { locale } = readPreferences(request.headers, url)
  const why = takenDownAt(parts.site, feedbackAt)
  if (why) return sendErrorPage(parts, exchange, 451, { why: textFor(why, locale)?.text ?? '' })
  if (request.method !== 'POST') {
    const sent = sentReference(url)
    const blank = { values: valuesOf(new URLSearchParams()), trouble: null }
    return show(parts, exchange, 200, sent === null ? blank : { sent })
  }
  const form = await sentForm(exchange, {
    origin: parts.publicOrigin,
    largest: LARGEST_FORM,
    elsewhere: 'Letters are written on the pages of this site.',
    tooLong: 'The letter is too long.',
  })
  if (form === null) return
  const values = valuesOf(form)
  if (isOfRobot(form)) return sendRedirect(exchange, 303, `${feedbackAt}?sent=${forRobots}`)
  const outcome = await send(parts, exchange, values)
  if ('reference' in outcome) return sendRedirect(exchange, 303, `${feedbackAt}?sent=${outcome.reference}`)
  return show(parts, exchange, statusOf[outcome.trouble], { values, ...outcome })
}

async function send(
  { client, site, feedbackOften, lettersSecret, portalOrigin }: FeedbackParts,
  exchange: Exchange,
  values: FeedbackValues,
): Promise<{ readonly reference: string } | { readonly trouble: FeedbackTrouble }> {
  if (values.text.trim() === '') return { trouble: 'empty' }
  if (values.text.length > longestFeedback.text) return { trouble: 'long' }
  const network = networkOfLetter(exchange, portalOrigin)
  if (feedbackOften.isTooOften(network)) return { trouble: 'often' }
  const { kind, text, contact, page } = values
  const key = keyOfLetter(lettersSecret, site?.code ?? '', [site?.code, network, kind, text, contact])
  const message = { kind, text, contact, page }
  const asking = ask(client, SendFeedback, { key, message }, letterCall(exchange)).then(
    ({ data, errors }) => ({ sent: data?.sendFeedback, errors }),
  )
  return outcomeOf(asking, ['full', 'empty', 'long'])
}

/** What a form has, cut to what fits but for the text, of which its writer decides what goes. */
function valuesOf(form: URLSearchParams): FeedbackValues {
  const given = (name: string): string => (form.get(name) ?? '').toWellFormed()
  return {
    kind: feedbackKinds.find((kind) => kind === form.get('kind')) ?? 'SUGGESTION',
    text: given('text').replace(/\r\n?/g, '\n'),
    contact: given('contact').slice(0, longestFeedback.contact),
    page: given('page').slice(0, 300),
  }
}

async function show(
  parts: PageParts,
  exchange: Exchange,
  status: number,
  what:
    { readonly sent: string } | { readonly values: FeedbackValues; readonly trouble: FeedbackTrouble | null },
): Promise<void> {
  const draft = await draftPage(parts, exchange)
  const { locale } = draft.preferences
  const options: FeedbackPageOptions = { locale, name: brandOf(parts.site, locale).name, ...what }
  await draft.finish({
    status,
    head: { title: feedbackTitle(options), robots: 'noindex' },
    main: feedbackPage(options),
    headers: { 'cache-control': 'no-store' },
  })
}
