// Pages that the protocol shows in the midst of its own work: nothing is asked to draw them.
import type { IncomingMessage } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { LoginPage, Trouble } from '@shuxiang/themes/login'
import { drawPage, keepLocale, localeOf, type DrawnPage, type DrawOptions } from './send.ts'

export interface ProtocolPages {
  signOut(
    request: IncomingMessage,
    form: { readonly action: string; readonly fields: Readonly<Record<string, string>> },
  ): DrawnPage
  signedOut(request: IncomingMessage): DrawnPage
  /** `code` is the error of OAuth, such as `invalid_request`, or `expired`. */
  error(request: IncomingMessage, problem: { readonly code: string; readonly status: number }): DrawnPage
}

export function createProtocolPages(options: DrawOptions): ProtocolPages {
  const back = { href: options.portal, name: null }
  const draw = (request: IncomingMessage, page: LoginPage): DrawnPage => {
    const [path = '/', search = ''] = addressOf(request).split('?')
    const query = new URLSearchParams(search)
    const locale = localeOf(request, { query, wished: query.get('ui_locales')?.split(' ')[0] })
    const drawn = drawPage(page, options, {
      request,
      locale,
      here: request.method === 'GET' ? `${path}${search === '' ? '' : `?${search}`}` : null,
      leadsTo: originOf(query.get('post_logout_redirect_uri')),
    })
    const kept = keepLocale(query, undefined, options.secure)
    return kept === null ? drawn : { ...drawn, headers: { ...drawn.headers, 'set-cookie': kept } }
  }
  return {
    signOut: (request, { action, fields }) =>
      draw(request, { page: 'sign-out', form: { action, hidden: withoutAnswer(fields), faults: [] }, back }),
    signedOut: (request) => draw(request, { page: 'signed-out', back }),
    error: (request, { code, status }) =>
      draw(request, {
        page: 'error',
        trouble: troubleOf(code, status),
        requestId: randomUUID().slice(0, 13),
        back,
      }),
  }
}

/** As the browser knows it: the protocol library is given one that is cut. */
const addressOf = (request: IncomingMessage): string =>
  'originalUrl' in request && typeof request.originalUrl === 'string'
    ? request.originalUrl
    : (request.url ?? '/')

/** The answer is the button: a field of the same name would be a second one. */
function withoutAnswer(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'logout'))
}

function troubleOf(code: string, status: number): Trouble {
  if (code === 'expired') return 'expired'
  if (status === 404) return 'not-found'
  if (status === 413) return 'too-large'
  return status >= 500 ? 'unavailable' : 'bad-request'
}

/** The provider has held the address to those of the client before it asks for this page. */
function originOf(address: string | null): readonly string[] {
  if (address === null || !URL.canParse(address)) return []
  const { origin, protocol } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? [origin] : []
}
