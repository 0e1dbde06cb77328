/**
 * `/item/<id>/correct`: takes reports of errors in a text, without a script and without a sign-in. What was typed comes back
 * with whatever keeps it from being sent.
 */
import { ask, type GatewayClient } from '@shuxiang/gateway-client'
import {
  correctionPage,
  correctionTitle,
  correctionTroubleWords,
  longestCorrection,
  type CorrectionPageOptions,
  type CorrectionTrouble,
  type CorrectionValues,
} from '@shuxiang/site-render'
import { correctionAddress, recordAddress } from '@shuxiang/vocabulary'
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
import { CorrectableText as TextQuery, SendCorrection } from '../operations.generated.ts'
import { draftPage, sendErrorPage, type PageParts } from '../pages/page-writer.ts'
import { readPreferences } from '../preferences/preferences.ts'
import { takenDownAt } from '../sites/site.ts'
import { chooserOf, linesAsked, readAsked, readAt, type Asked, type CorrectableText } from './asked.ts'

/** Fourteen hundred characters of nine bytes each as forms write them, and the rest. */
const LARGEST_FORM = 20 * 1024
/** In the place of a library in the seal of what is sent on the portal itself. */
const portalSeal = 'portal'

export interface CorrectionParts extends PageParts {
  readonly client: GatewayClient
  readonly correctionsOften: Often
  readonly lettersSecret: string
}

const statusOf: Readonly<Record<CorrectionTrouble, number>> = {
  empty: 422,
  long: 422,
  gone: 422,
  often: 429,
  full: 503,
  away: 503,
}
const blank: CorrectionValues = { wrong: '', should: '', source: '', contact: '' }

export async function serveCorrections(parts: CorrectionParts, exchange: Exchange): Promise<void> {
  const { request, url } = exchange
  const asked = readAsked(url)
  if (asked === null || (parts.site !== null && takenDownAt(parts.site, recordAddress(asked.id))))
    return sendErrorPage(parts, exchange, 404)
  const isSent = request.method === 'POST'
  const form = isSent
    ? await sentForm(exchange, {
        origin: parts.publicOrigin,
        largest: LARGEST_FORM,
        elsewhere: 'Reports are written on the pages of this site.',
        tooLong: 'The report is too long.',
      })
    : null
  if (isSent && form === null) return
  const record = await textOf(parts, exchange, asked)
  if (record === 'none') return sendErrorPage(parts, exchange, 404)
  if (form === null)
    return record === 'away' ? sendErrorPage(parts, exchange, 503) : showText(parts, exchange, record, asked)
  if (asked.line === null) return sendErrorPage(parts, exchange, 404)
  const there = (reference: string): string =>
    `${correctionAddress(asked.id, { part: asked.part })}${asked.part === null ? '?' : '&'}sent=${reference}`
  if (isOfRobot(form)) return sendRedirect(exchange, 303, there(forRobots))
  const values = valuesOf(form)
  const outcome =
    record === 'away' ? { trouble: 'away' as const } : await send(parts, exchange, asked, values)
  if ('reference' in outcome) return sendRedirect(exchange, 303, there(outcome.reference))
  return showForm(parts, exchange, record === 'away' ? null : record, asked, { values, ...outcome })
}

async function textOf(
  { client }: CorrectionParts,
  exchange: Exchange,
  { id, part }: Asked,
): Promise<CorrectableText | 'none' | 'away'> {
  try {
    const { data, errors } = await ask(client, TextQuery, { id, part: part ?? 1 }, letterCall(exchange))
    if (data?.record && !data.record.withdrawn) return data.record
    return errors.length > 0 && errors.some(({ code }) => code !== 'BAD_USER_INPUT') ? 'away' : 'none'
  } catch {
    return 'away'
  }
}

async function send(
  { client, site, correctionsOften, lettersSecret, portalOrigin }: CorrectionParts,
  exchange: Exchange,
  { id, part, line }: Asked,
  values: CorrectionValues,
): Promise<{ readonly reference: string } | { readonly trouble: CorrectionTrouble }> {
  if (values.wrong.trim() === '') return { trouble: 'empty' }
  if (values.wrong.length > longestCorrection.words) return { trouble: 'long' }
  const network = networkOfLetter(exchange, portalOrigin)
  if (correctionsOften.isTooOften(network)) return { trouble: 'often' }
  const parts = [site?.code, network, id, part, line, values]
  const key = keyOfLetter(lettersSecret, site?.code ?? portalSeal, parts)
  const correction = { record: id, part, line: line ?? '', ...values }
  const asking = ask(client, SendCorrection, { key, correction }, letterCall(exchange)).then(
    ({ data, errors }) => ({ sent: data?.sendCorrection, errors }),
  )
  return outcomeOf(asking, ['full', 'empty', 'long', 'gone'])
}

/** What a form has, cut to what fits but for what is wrong, of which its writer decides what goes. */
function valuesOf(form: URLSearchParams): CorrectionValues {
  const given = (name: string, most: number): string =>
    (form.get(name) ?? '').toWellFormed().replace(/\r\n?/g, '\n').slice(0, most)
  return {
    wrong: given('wrong', LARGEST_FORM),
    should: given('should', longestCorrection.words),
    source: given('source', longestCorrection.source),
    contact: given('contact', longestCorrection.contact),
  }
}

function showText(
  parts: CorrectionParts,
  exchange: Exchange,
  record: CorrectableText,
  asked: Asked,
): Promise<void> {
  const sent = sentReference(exchange.url)
  const text = aboutText(record, asked)
  if (sent !== null) return show(parts, exchange, 200, { text, sent })
  const isThere = asked.line !== null && linesAsked(record, asked).some(({ id }) => id === asked.line)
  if (isThere) return showForm(parts, exchange, record, asked, { values: blank, trouble: null })
  return show(parts, exchange, 200, { text, ...chooserOf(record, asked) })
}

function showForm(
  parts: CorrectionParts,
  exchange: Exchange,
  record: CorrectableText | null,
  asked: Asked,
  { values, trouble }: { readonly values: CorrectionValues; readonly trouble: CorrectionTrouble | null },
): Promise<void> {
  const { locale } = readPreferences(exchange.request.headers, exchange.url)
  const line = record ? linesAsked(record, asked).find(({ id }) => id === asked.line) : undefined
  const onText = trouble === 'empty' || trouble === 'long'
  return show(parts, exchange, trouble === null ? 200 : statusOf[trouble], {
    text: record
      ? aboutText(record, asked)
      : { title: '', language: '', source: '', at: recordAddress(asked.id) },
    others: correctionAddress(asked.id, { part: asked.part }),
    form: {
      action: correctionAddress(asked.id, { part: asked.part, line: asked.line ?? '' }),
      line: line?.text ?? '',
      values,
      trouble: trouble && { words: correctionTroubleWords(locale, trouble), onText },
    },
  })
}

const aboutText = (record: CorrectableText, asked: Asked) => ({
  title: record.title,
  language: record.language,
  source: record.source.name,
  at: readAt(record, asked),
})

type WithoutLocale<T> = T extends unknown ? Omit<T, 'locale'> : never

async function show(
  parts: PageParts,
  exchange: Exchange,
  status: number,
  what: WithoutLocale<CorrectionPageOptions>,
): Promise<void> {
  const draft = await draftPage(parts, exchange)
  const options: CorrectionPageOptions = { locale: draft.preferences.locale, ...what }
  await draft.finish({
    status,
    head: { title: correctionTitle(options), robots: 'noindex' },
    main: correctionPage(options),
    headers: { 'cache-control': 'no-store' },
  })
}
