/**
 * `/_feedback`: takes letters to the library on whose site they are written, without a script and without a sign-in. What was
 * typed comes back with whatever keeps it from being sent.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import { askingAddress, networkOf } from '@shuxiang/process/asking-address'
import { sealed } from '@shuxiang/process/letter-seal'
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
import { readBody, sendPlain, sendRedirect, type Exchange } from '../http/exchange.ts'
import { isFromHere } from '../http/from-here.ts'
import { SendFeedback } from '../operations.generated.ts'
import { draftPage, sendErrorPage, type PageParts } from '../pages/page-writer.ts'
import { readPreferences } from '../preferences/preferences.ts'
import { brandOf, takenDownAt } from '../sites/site.ts'
import type { Often } from './often.ts'

/** Two thousand characters of nine bytes each as forms write them, and the rest. */
const LARGEST_FORM = 24 * 1024
const DEADLINE_MS = 5_000
const secret = randomBytes(32)
/** Milliseconds in which two equal letters from one place are taken for one that was pressed twice. */
const sameWithin = 10 * 60_000
/** What robots are told: like any other, and of no letter. */
const forRobots = 'RB7K4Q'

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
    const sent = url.searchParams.get('sent') ?? ''
    const blank = { values: valuesOf(new URLSearchParams()), trouble: null }
    return show(parts, exchange, 200, /^[2-9A-HJ-NP-Z]{6}$/.test(sent) ? { sent } : blank)
  }
  if (!isFromHere(request.headers, parts.publicOrigin))
    return sendPlain(exchange, 403, 'Letters are written on the pages of this site.')
  const body = await readBody(request, LARGEST_FORM)
  if (body === 'too large')
    return sendPlain(exchange, 413, 'The letter is too long.', { connection: 'close' })
  const form = new URLSearchParams(body.toString('utf8'))
  const values = valuesOf(form)
  // Only a robot fills in what nobody sees; it is told what people are told.
  if (form.get('website')) return sendRedirect(exchange, 303, `${feedbackAt}?sent=${forRobots}`)
  const outcome = await send(parts, exchange, values)
  if ('reference' in outcome) return sendRedirect(exchange, 303, `${feedbackAt}?sent=${outcome.reference}`)
  return show(parts, exchange, statusOf[outcome.trouble], { values, ...outcome })
}

async function send(
  { client, site, feedbackOften, lettersSecret, portalOrigin }: FeedbackParts,
  { request, requestId }: Exchange,
  values: FeedbackValues,
): Promise<{ readonly reference: string } | { readonly trouble: FeedbackTrouble }> {
  if (values.text.trim() === '') return { trouble: 'empty' }
  if (values.text.length > longestFeedback.text) return { trouble: 'long' }
  const network = networkOf(askingAddress(portalOrigin)(request))
  if (feedbackOften.isTooOften(network)) return { trouble: 'often' }
  const { kind, text, contact, page } = values
  // The same letter pressed twice is one: of the same place, within some minutes. The key ends with the process, so that
  // nobody who reads the letter can find out by its id where it came from.
  const turn = Math.floor(Date.now() / sameWithin)
  const own = createHmac('sha256', secret)
    .update(JSON.stringify([site?.code, network, kind, text, contact, turn]))
    .digest('hex')
    .slice(0, 32)
  const key = sealed(lettersSecret, site?.code ?? '', own)
  try {
    const call = { requestId, signal: AbortSignal.timeout(DEADLINE_MS) }
    const message = { kind, text, contact, page }
    const { data, errors } = await ask(client, SendFeedback, { key, message }, call)
    if (data?.sendFeedback) return data.sendFeedback
    return {
      trouble:
        (['full', 'empty', 'long'] as const).find((one) => errors.some(({ reason }) => reason === one)) ??
        'away',
    }
  } catch {
    return { trouble: 'away' }
  }
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
