/** `/preferences`: the panel as a page, and the form that keeps a reader's choices in cookies. */
import { inLanguage } from '@shuxiang/sdk/language'
import { preferencesPanel } from '@shuxiang/site-render'
import { readBody, sendPlain, sendRedirect, type Exchange } from '../http/exchange.ts'
import { safeReturnPath } from '@shuxiang/sdk/return-path'
import { draftPage, type PageParts } from '../pages/page-writer.ts'
import { choiceCookies } from './preferences.ts'

const LARGEST_FORM = 8 * 1024

/** With choices in the query or the form: keep them and go back. Without: show the panel. */
export async function servePreferences(parts: PageParts, exchange: Exchange): Promise<void> {
  const { request, url } = exchange
  let form = url.searchParams
  if (request.method === 'POST') {
    const body = await readBody(request, LARGEST_FORM)
    if (body === 'too large')
      return sendPlain(exchange, 413, 'The form is too large.', { connection: 'close' })
    form = new URLSearchParams(body.toString('utf8'))
  }
  const cookies = choiceCookies(form, parts.publicOrigin.startsWith('https:'))
  // A browser that only looks ahead has chosen nothing.
  const ahead = /prefetch/.test(String(request.headers['sec-purpose'] ?? request.headers['purpose'] ?? ''))
  if (cookies.length > 0 || request.method === 'POST') {
    const left = safeReturnPath(form.get('return'))
    // An address that names its language would hold against the choice just made.
    const back = form.has('locale') ? inLanguage(left, null) : left
    return sendRedirect(exchange, 303, back, ahead ? {} : { 'set-cookie': cookies })
  }
  const draft = await draftPage(parts, exchange)
  const { locale, mode, scale, script, keys } = draft.preferences
  const title = locale === 'en' ? 'Reading preferences' : '阅读偏好'
  const preferences = { mode: mode ?? ('auto' as const), scale, script, keys }
  const panel = preferencesPanel({
    locale,
    path: safeReturnPath(form.get('return')),
    preferences,
    asPage: true,
    keyed: true,
  })
  await draft.finish({
    status: 200,
    head: { title, robots: 'noindex' },
    main: `<div class="band"><div class="wrap"><h1>${title}</h1>${panel}</div></div>`,
  })
}
