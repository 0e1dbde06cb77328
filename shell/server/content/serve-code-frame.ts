/**
 * `/_embed/code/<id>-<hash>`: the document in which code of a library stands on its own host. It has no script, and frames
 * that one document of the other origin, which may run and can reach nothing.
 */
import { createHash } from 'node:crypto'
import { GqlUnavailable, type Locale } from '@shuxiang/sdk/contract'
import { codeAt } from '@shuxiang/site-blocks'
import { escape } from '@shuxiang/site-render'
import type { Exchange } from '../http/exchange.ts'
import { sendFramed } from '../http/framed-document.ts'
import { embedPolicy } from '../http/security-headers.ts'
import { readPreferences } from '../preferences/preferences.ts'
import type { CodeStore } from './code-store.ts'
import { codesAt, framedCodePath, framingHost } from './content-address.ts'

export interface CodeFrameParts {
  readonly codes: CodeStore
  readonly contentOrigin: string | null
  readonly site: { readonly code: string } | null
}

const style =
  ':root{color-scheme:light dark}body{margin:1rem;font:1rem/1.6 system-ui,sans-serif}iframe{border:0;position:fixed;inset:0;width:100%;height:100%}'
const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`

const say = {
  'zh-CN': {
    name: '图书馆自己的内容',
    gone: '这里的内容已经不再提供。',
    later: '这里的内容暂时打不开，请过一会儿再试。',
  },
  en: {
    name: 'Content of the library’s own',
    gone: 'What was here is no longer offered.',
    later: 'What is here cannot be shown now. Try again in a moment.',
  },
} as const satisfies Record<Locale, unknown>

export async function serveCodeFrame(parts: CodeFrameParts, exchange: Exchange): Promise<void> {
  const { request, url, requestId } = exchange
  const { locale } = readPreferences(request.headers, url)
  const it = say[locale]
  const code = codeAt(url.pathname.split('/').at(-1) ?? '')
  const host = framingHost(request.headers.host)
  const { contentOrigin, codes } = parts
  const gone = (): void => send(exchange, { status: 410, locale, body: `<p>${it.gone}</p>` })
  if (!code || host === null || contentOrigin === null) return gone()
  try {
    if ((await codes.textOf(code, parts.site?.code ?? null, requestId)) === null) return gone()
  } catch (error) {
    if (!(error instanceof GqlUnavailable)) throw error
    return send(exchange, { status: 503, locale, body: `<p>${it.later}</p>` })
  }
  const source = escape(`${contentOrigin}${framedCodePath({ ...code, host })}`)
  const body = `<iframe src="${source}" title="${it.name}" sandbox="allow-scripts" referrerpolicy="no-referrer"></iframe>`
  send(exchange, { status: 200, locale, body, frames: `${contentOrigin}${codesAt}` })
}

interface Sent {
  readonly status: 200 | 410 | 503
  readonly locale: Locale
  readonly body: string
  /** What it may frame; nothing where there is only a sentence. */
  readonly frames?: string
}

function send(exchange: Exchange, { status, locale, body, frames = "'none'" }: Sent): void {
  sendFramed(exchange, {
    status,
    policy: embedPolicy(frames, styleHash),
    // What was withdrawn is gone within a minute, and what was away is there again at once.
    cache: status === 503 ? 'no-store' : 'public, max-age=20',
    vary: 'Cookie, Accept-Language, Accept-Encoding',
    language: locale,
    title: say[locale].name,
    head: `<style>${style}</style>`,
    body,
  })
}
