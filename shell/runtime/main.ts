/** Starts every page: history, navigation, microfrontends and extensions behind the guard, preferences and notices. */
import { registerApplication, start } from 'single-spa'
import type { Head, Portal } from '@shuxiang/sdk/contract'
import { inLanguage, languageOf } from '@shuxiang/sdk/language'
import { SIGN_IN_OF, kept } from './auth/kept.ts'
import { createIdentityNotice } from './auth/notices.ts'
import { CALLBACK, createSessions, type Sessions } from './auth/sessions.ts'
import { followSignInLink } from './auth/sign-in-link.ts'
import { addressBar } from './address-bar.ts'
import { portalAddresses } from './addresses.ts'
import { createArrival } from './arrival.ts'
import { documentPage } from './document-page.ts'
import { documentSlots } from './document-slots.ts'
import { followEnhancements } from './enhancements.ts'
import { createExtend } from './extensions.ts'
import { createGql } from './gql.ts'
import { DEADLINES, guard, type After } from './guard.ts'
import { applyHead, type HeadContext } from './head.ts'
import { interceptLinks } from './links.ts'
import { microfrontendPage } from './microfrontend-page.ts'
import { followNotices } from './notices.ts'
import type { MicrofrontendSettings, PageSettings } from './page-settings.ts'
import { NOTHING, createPortal, type PagePortal } from './portal.ts'
import { followPreferences } from './preferences.ts'
import { prefetchOnIntent } from './prefetch.ts'
import { followPrinting } from './printing.ts'
import { whenReachable } from './reachable.ts'
import { createScripts } from './scripts.ts'
import { followSearchKey } from './search-key.ts'
import { markSection } from './sections.ts'
import { createTrust } from './trust.ts'

const { document, navigator, location } = window
// Written by this server into this page.
const settings: PageSettings = JSON.parse(document.getElementById('page-settings')?.textContent ?? '{}')
const connection =
  'connection' in navigator
    ? (navigator.connection as { saveData?: boolean; effectiveType?: string })
    : undefined

const bar = addressBar(window)
const arrival = createArrival(window, bar)
const { parse, startWorker } = createTrust(window)
const load = (address: string): Promise<unknown> => import(/* @vite-ignore */ address)
const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
// Now, not when the application is first needed: by then the reader may have come from elsewhere.
// One address takes both sign-ins back; which one it was, the browser has kept.
const signIn =
  location.pathname === CALLBACK && kept(window, 'sessionStorage', SIGN_IN_OF) === 'staff'
    ? 'staff'
    : settings.signIn
const { isDocument, isInside, ownerOf, pageAt } = portalAddresses(settings, signIn)
const served = settings.status === 200 && isDocument(bar.current())
// The console is where a reader's report and a developer find it.
// eslint-disable-next-line no-console
const log: Portal['log'] = (level, message, detail) => console[level](message, detail ?? '')

const scripts = createScripts({ window, settings, load, log })

const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 2_000 })
  else setTimeout(run, 200)
}
const drawn: (() => void)[] = []
const signInReturnsTo = followSignInLink({
  document,
  signIn: () => void sessions.signIn(),
  onIntent: () => {
    if (!connection?.saveData) sessions.prepare()
  },
})
const sessions: Sessions = createSessions({
  window,
  settings,
  staff: signIn === 'staff',
  load,
  notice: createIdentityNotice({ document, announce: (text) => arrival.announce(text) }),
  whenDrawn: (run) => void drawn.push(run),
  go(to) {
    const inside = isInside(to)
    navigate(to, { replace: true })
    return inside
  },
  scrollTo: (top) => arrival.scrollTo(top),
  log,
})
const gql = createGql({
  fetch: (...args) => fetch(...args),
  sendText: settings.development,
  pause: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    }),
  sessions,
})

function settle(): void {
  arrival.settle()
  document.documentElement.dataset['ready'] = ''
  for (const run of drawn.splice(0)) whenIdle(run)
}

function headContext(name: string): HeadContext {
  const named = languageOf(new URL(location.href)) === settings.locale ? settings.locale : null
  return { name, origin: settings.origin, named }
}

function setHead(head: Head): void {
  applyHead(document, head, headContext(settings.portalName))
  if (head.title !== '') arrival.settle()
  sayOpened(head)
}

/** A page that is not there yet, or says in an alert of its own that it cannot be had, is not announced as open. */
function sayOpened({ status = 200, waiting = false }: Head): void {
  if (waiting || status >= 500) return
  const { title } = document
  arrival.opened(status === 200 ? settings.words.loaded.replace('{title}', title) : title)
}

function navigate(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const url = new URL(to, location.href)
  const address = url.href.slice(url.origin.length)
  if (url.origin !== location.origin || !isInside(address)) {
    if (replace) location.replace(url)
    else location.assign(url)
    return
  }
  if (replace || address === bar.current()) bar.replace(address, {}, null)
  else bar.push(address, {}, null)
}

const addressOf = ({ pathname, search }: Location): string => `${pathname}${search}`

function portalOf(owner: MicrofrontendSettings, signal: AbortSignal, page: PagePortal): Portal {
  return createPortal({
    name: owner.name,
    settings,
    bar,
    gql,
    sessions,
    scripts,
    signal,
    owns: (address) => ownerOf(address) === owner,
    navigate,
    announce: (text) => arrival.announce(text),
    startWorker,
    log,
    ...page,
  })
}

/** What stands on a page beside its owner has no head to set and nothing that extends it. */
const guest = (overlay: HTMLElement): PagePortal => ({
  overlay,
  setHead() {},
  extend: () => NOTHING,
})
const extend = createExtend({
  document,
  settings,
  load,
  createPortal: (owner, signal, overlay) => portalOf(owner, signal, guest(overlay)),
  after,
  log,
})
const host = (): PagePortal => ({
  overlay: document.getElementById('overlay') ?? document.body,
  setHead,
  extend(element, name, context) {
    if (pageAt(bar.current())?.page.slots.includes(name)) return extend(element, name, context)
    log('warn', `slot ${name} is placed but not declared in microfrontend.json`)
    return NOTHING
  },
})

const findEnhancements = followEnhancements({
  document,
  settings,
  load,
  createPortal: (owner) => portalOf(owner, new AbortController().signal, host()),
  whenIdle(run) {
    if (!connection?.saveData) whenIdle(run)
  },
  log,
})

for (const microfrontend of settings.microfrontends) {
  const page = microfrontendPage({
    document,
    settings,
    microfrontend,
    createPortal: (signal) => portalOf(microfrontend, signal, host()),
    load,
    settle,
    log,
  })
  registerApplication({
    name: microfrontend.name,
    app: async () => guard(page, DEADLINES, after),
    activeWhen: (location) => ownerOf(location.pathname) === microfrontend && isInside(addressOf(location)),
  })
}
const documents = documentPage({
  document,
  settings,
  address: () => bar.current().replace(/#.*$/s, ''),
  served,
  parse,
  extend,
  fetch: (...args) => fetch(...args),
  onContent: findEnhancements,
  settle,
  onHead({ title, description, canonical }) {
    const head: Head = {
      title: '',
      ...(description === null ? {} : { description }),
      ...(canonical === null ? {} : { canonical }),
    }
    applyHead(document, head, headContext(title))
    sayOpened(head)
  },
  onAway: () => applyHead(document, { title: '' }, headContext(settings.portalName)),
})
registerApplication({
  name: 'document',
  app: async () => documents,
  activeWhen: (location) => isDocument(location.pathname) && isInside(addressOf(location)),
})

bar.listen((change) => {
  markSection(document, new URL(change.to, location.href))
  signInReturnsTo(change.to)
  if (isDocument(change.from) && isDocument(change.to)) void documents.turn()
  // Going back to a page that only the server makes.
  if (change.kind === 'pop' && !isInside(change.to)) location.reload()
})
interceptLinks({ document, origin: location.origin, isInside, navigate })
prefetchOnIntent({
  document,
  connection,
  ownerOf,
  shared: settings.shared,
})
followSearchKey(document)
const closePreferences = followPreferences(document, scripts.chosen)
bar.listen(closePreferences)
followPrinting(window)
followNotices({
  window,
  parse,
  importing: settings.importing,
  address: inLanguage('/_notices', settings.locale),
  announce: (text) => arrival.announce(text),
})
// What takes over the server's HTML asks for it as it was drawn.
void scripts.begin().then(() => start({ urlRerouteOnly: true }))
if (!isInside(bar.current())) {
  // Only the server makes this page; what was added to it goes when the reader does.
  const main = document.getElementById('main')
  const places = main ? documentSlots(main, extend) : []
  bar.listen(() => {
    for (const place of places.splice(0)) place.leave()
  })
  findEnhancements()
  settle()
}
// A page that says it cannot be had now, as long as the reader stays; a microfrontend's asks again by itself.
if (settings.status === 503 && !settings.rendered) {
  const left = new AbortController()
  bar.listen(() => left.abort())
  whenReachable(location.href, () => location.reload(), left.signal)
}
