// Pages that keycloak-js loads in frames: whether cookies of ours arrive in a frame, and whether the session changed.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { allowsOrigin } from './clients.ts'
import type { Clients } from './contract.ts'
import { queryOf, sendNothing, sendPage } from './http.ts'

export interface FrameParts {
  readonly provider: Provider
  readonly clients: Clients
  /** Path of the realm, with a slash at its end. */
  readonly root: string
}

const cookie = 'KEYCLOAK_3P_COOKIE'

/** A page of one script, which any site may frame. */
function scriptPage(script: string): { html: string; headers: Record<string, string> } {
  const hash = createHash('sha256').update(script).digest('base64')
  return {
    html: `<!doctype html><html lang="en"><title>-</title><script>${script}</script></html>`,
    headers: {
      'content-security-policy': `default-src 'none'; script-src 'sha256-${hash}'; connect-src 'self'`,
    },
  }
}

const toStep2 = scriptPage("location.replace('step2.html')")
const supported = scriptPage("parent.postMessage('supported','*')")
const unsupported = scriptPage("parent.postMessage('unsupported','*')")
const sessionFrame = scriptPage(`addEventListener('message',async(event)=>{
const [client,sid]=String(event.data).split(' ');let answer='error';
try{const query=new URLSearchParams({client_id:client,origin:event.origin});
if((await fetch('login-status-iframe.html/init?'+query)).status===204){query.set('sid',sid||'');
answer=(await fetch('login-status-iframe.html/init?'+query)).status===204?'unchanged':'changed'}}catch{}
event.source.postMessage(answer,event.origin)})`)

/** Sets a cookie, then asks in a second page whether it came back. */
export function cookieStep1({ root }: FrameParts, response: ServerResponse): void {
  const set = `${cookie}=1; Path=${root}; Max-Age=60; HttpOnly; SameSite=None; Secure`
  sendPage(response, 200, { ...toStep2, headers: { ...toStep2.headers, 'set-cookie': set } })
}

export function cookieStep2(request: IncomingMessage, response: ServerResponse): void {
  const arrived = (request.headers.cookie ?? '').split(/;\s*/).includes(`${cookie}=1`)
  sendPage(response, 200, arrived ? supported : unsupported)
}

export function statusFrame(response: ServerResponse): void {
  sendPage(response, 200, sessionFrame)
}

/**
 * 204 when a page of this origin may ask with this client, else 403. With `sid`, which the frame sends: 205 when
 * the session of this browser is another.
 */
export async function statusInit(
  { provider, clients }: FrameParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = queryOf(request)
  const client = await clients.find(query.get('client_id') ?? '')
  if (client === null || !allowsOrigin(client, query.get('origin') ?? '')) return sendNothing(response, 403)
  const sid = query.get('sid')
  if (sid === null) return sendNothing(response, 204)
  const session = await provider.Session.get(provider.createContext(request, response))
  const here = session.accountId === undefined ? '' : session.uid
  sendNothing(response, here === sid ? 204 : 205)
}
