/**
 * `/_embed/<provider>/<name>`: the document in which the player of another place stands. It has a policy of its own, so that
 * the page around it needs no wider one, and it makes the player's address itself: nobody can have it frame anything else.
 */
import { createHash } from 'node:crypto'
import { embedAt } from '@shuxiang/site-blocks'
import { escape, frameSandbox } from '@shuxiang/site-render'
import { sendPlain, type Exchange } from '../http/exchange.ts'
import { sendFramed } from '../http/framed-document.ts'
import { embedPolicy } from '../http/security-headers.ts'
import { readPreferences } from '../preferences/preferences.ts'

/** `/_embed/<provider>/<name>`, nothing before or after. */
const address = /^\/_embed\/([a-z-]{1,30})\/([^/]{1,60})$/

const style = 'iframe{border:0;position:fixed;inset:0;width:100%;height:100%}'
const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`

export function serveEmbed(_parts: unknown, exchange: Exchange): void {
  const [, provider = '', given = ''] = address.exec(exchange.url.pathname) ?? []
  const found = embedAt(provider, decodeURIComponent(given))
  if (found === null) return sendPlain(exchange, 404, 'There is nothing to show here.')
  const { locale } = readPreferences(exchange.request.headers, exchange.url)
  const name = escape(found.provider.name[locale])
  const player = escape(found.provider.player(found.name))
  sendFramed(exchange, {
    policy: embedPolicy(found.provider.origin, styleHash),
    cache: 'public, max-age=3600',
    vary: 'Cookie, Accept-Language, Accept-Encoding',
    language: locale,
    title: name,
    head: `<style>${style}</style>`,
    body: `<iframe src="${player}" title="${name}" sandbox="${frameSandbox}" allow="fullscreen" referrerpolicy="no-referrer"></iframe>`,
  })
}
