/** Makes the portal that one visit of a microfrontend is given. */
import type { Gql, Portal, SlotPlace } from '@shuxiang/sdk/contract'
import { portalHistory } from '@shuxiang/sdk/history'
import type { Sessions } from './auth/sessions.ts'
import type { PortalAddressBar } from './address-bar.ts'
import type { PageSettings } from './page-settings.ts'
import type { Scripts } from './scripts.ts'

/** What depends on where on a page a microfrontend stands. */
export type PagePortal = Pick<Portal, 'setHead' | 'extend'> & { readonly overlay: HTMLElement }

export interface PortalOptions extends PagePortal {
  readonly name: string
  readonly settings: PageSettings
  readonly bar: PortalAddressBar
  readonly gql: Gql
  readonly sessions: Sessions
  readonly scripts: Scripts
  readonly signal: AbortSignal
  /** True for addresses of this microfrontend. */
  readonly owns: (address: string) => boolean
  readonly navigate: Portal['navigate']
  readonly announce: Portal['announce']
  readonly startWorker: Portal['startWorker']
  readonly log: Portal['log']
}

/** A slot that nobody fills. */
export const NOTHING: SlotPlace = { update() {}, leave() {} }

/** After its signal aborted, a portal does nothing more: code that lives on cannot touch the next page. */
export function createPortal(options: PortalOptions): Portal {
  const { name, settings, bar, gql, sessions, scripts, signal, overlay, owns } = options
  const whileHere =
    <Args extends unknown[]>(act: (...args: Args) => void) =>
    (...args: Args): void => {
      if (!signal.aborted) act(...args)
    }
  const untilAway = (end: () => void): (() => void) => {
    signal.addEventListener('abort', end, { once: true })
    return end
  }
  const history = portalHistory(bar, owns)
  signal.addEventListener('abort', () => history.destroy(), { once: true })
  return {
    name,
    origin: settings.origin,
    locale: settings.locale,
    mode: settings.mode ?? 'light',
    get session() {
      return sessions.session
    },
    get script() {
      return scripts.script
    },
    chooseScript: whileHere(scripts.chooseScript),
    onScript: (listener) => untilAway(scripts.onScript(whileHere(listener))),
    takeOver: scripts.takeOver,
    onSession: (listener) => untilAway(sessions.onSession(whileHere(listener))),
    signIn: ({ level, again } = {}) => sessions.signIn({ ...(level && { level }), ...(again && { again }) }),
    signOut: () => sessions.signOut(),
    gql,
    history,
    navigate: whileHere(options.navigate),
    announce: whileHere(options.announce),
    setHead: whileHere(options.setHead),
    extend: (...place) => (signal.aborted ? NOTHING : options.extend(...place)),
    startWorker: options.startWorker,
    log: options.log,
    signal,
    overlay,
  }
}
