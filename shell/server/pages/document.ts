/** The HTML document around every page: a head that may leave before anything is known, and the frame of the body. */
import type { StyleSheet } from '@shuxiang/runtime/page-settings'
import type { Head } from '@shuxiang/sdk/contract'
import { emergencyBars, headTags, openSearchLink, type EdgeLayer } from '@shuxiang/site-publish'
import {
  accountPanel,
  escape,
  footer,
  identityNotices,
  masthead,
  noticeBar,
  skeleton,
  unavailableBox,
} from '@shuxiang/site-render'
import { brandOf, type Site } from '../sites/site.ts'
import { accountPage, type IdentityProvider } from '../auth/identity.ts'
import type { Preferences } from '../preferences/preferences.ts'
import type { InstalledExtension } from '../extensions/installed.ts'
import {
  extensionModules,
  pageModules,
  releaseSheets,
  runtimeModules,
  scriptModule,
  UnhashedFile,
} from '../releases/addresses.ts'
import type { LiveRelease, Plan } from '../releases/live-plan.ts'
import { frameLinks } from './frame-links.ts'
import { writtenImportMap } from './import-map.ts'

export interface DocumentOptions {
  /** What the page, and those it goes on to without a load, are made from. */
  readonly plan: Plan
  /** All that is live: links lead to other pages too. */
  readonly installed: Plan
  readonly preferences: Preferences
  readonly nonce: string
  readonly origin: string
  /** The branch site whose page it is; null: the portal's. */
  readonly site: Site | null
  /** Paths of the builder pages. */
  readonly paths: readonly string[]
  /** Where people sign in; null: nobody can. */
  readonly identity: IdentityProvider | null
  /** What stands over every page now. */
  readonly edge: EdgeLayer
  /** Names in the import map that a development server answers instead of the build. */
  readonly devImports: Readonly<Record<string, string>>
  /** The microfrontend of the page and what of it should be on its way at once. */
  readonly own: {
    readonly live: LiveRelease
    readonly preload: readonly string[]
    readonly dev: boolean
  } | null
}

/** What a page needs besides its own microfrontend. */
export interface StartOptions extends DocumentOptions {
  /** Extensions on the page, or possible there while nobody knows; without those that are under development. */
  readonly extensions: readonly InstalledExtension[]
}

export interface BodyOptions {
  /** Path and query of the page. */
  readonly path: string
  readonly importing: { readonly done: number; readonly total: number } | null
  /** Markup of the bars of the library. */
  readonly urgent: string
  readonly preferencesOpen: boolean
  /** Content of `<main>`. */
  readonly main: string
  /** Texts of it are in another script than they were drawn in. */
  readonly rewritten: boolean
  /** The page is what its address promises: worth keeping and sharing. */
  readonly found: boolean
  /** As `writtenSettings` makes them. */
  readonly settings: string
  /** As `moduleLinks` makes them; empty where they have left before the content was known. */
  readonly modules: string
  /** Where a browser without scripts goes for a page that came without content. */
  readonly withoutScript?: string
}

/** Begins the document. It depends on nothing that must be asked for. */
export function documentStart(options: StartOptions): string {
  const { plan, preferences, site, edge } = options
  const mode = preferences.mode === null ? '' : ` data-mode="${preferences.mode}"`
  const scale = preferences.scale === 'large' ? ' data-scale="large"' : ''
  const script = preferences.script === 'source' ? '' : ` data-script="${preferences.script}"`
  const keys = preferences.keys === 'off' ? ' data-keys="off"' : ''
  const grey = edge.grey ? ' data-grey' : ''
  const sheets = [themeOf(plan, site), ...[...styledBy(options)].flatMap(releaseSheets)]
  return [
    `<!doctype html><html lang="${preferences.locale}"${mode}${scale}${script}${keys}${grey}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // Nothing is painted without them: they are named before all else.
    ...sheets.map(({ href, integrity }) => `<link rel="stylesheet" href="${href}" integrity="${integrity}">`),
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    '',
  ].join('\n')
}

/**
 * The import map and what should be on its way at once. A page that is known stands before it: modules share a slow
 * line with the style sheets, without which nothing is painted, and hashes do not pack.
 */
export function moduleLinks(options: StartOptions): string {
  const { plan, preferences, nonce, own, devImports, extensions } = options
  const modules = new Set([
    ...(own !== null && !own.dev
      ? pageModules(plan, own.live, own.preload, preferences.locale)
      : runtimeModules(plan)),
    ...extensions.flatMap((extension) => extensionModules(plan, extension, preferences.locale)),
    ...(preferences.script === 'source' ? [] : [scriptModule(plan)]),
  ])
  const map = writtenImportMap(plan)(devImports)
  return [
    // Before any module is named: older browsers refuse a map that comes later.
    `<script type="importmap" nonce="${nonce}">${map.text}</script>`,
    ...[...modules]
      .filter((href) => map.integrity[href] !== undefined)
      .map(
        (href) =>
          `<link rel="modulepreload" href="${href}" nonce="${nonce}" integrity="${map.integrity[href]}">`,
      ),
    '',
  ].join('\n')
}

/** The releases whose style sheets a page has. */
function styledBy({ own, extensions }: StartOptions): ReadonlySet<LiveRelease> {
  return new Set([...(own !== null && !own.dev ? [own.live] : []), ...extensions.map(({ live }) => live)])
}

/** A site whose theme this installation does not have, any more or yet, is shown in the portal's. */
function themeOf({ themes }: Plan, site: Site | null): StyleSheet {
  const [portals] = themes.values()
  const found = (site && themes.get(site.theme)) ?? portals
  if (!found) throw new Error('The shell was started without a theme.')
  return found
}

/** Ends the head and gives the whole body. */
export function documentEnd(options: DocumentOptions, head: Head, body: BodyOptions): string {
  const { preferences, nonce, origin, plan, installed, own, devImports, identity, site } = options
  const { locale } = preferences
  const [runtime] = runtimeModules(plan)
  const integrity = writtenImportMap(plan)(devImports).integrity[runtime]
  if (integrity === undefined) throw new UnhashedFile(runtime)
  const away = body.withoutScript
  const address = new URL(body.path, origin)
  const links = frameLinks(installed, { locale, address, site, paths: options.paths })
  const brand = brandOf(site, locale)
  return [
    headTags(head, {
      portal: brand.name,
      origin,
      locale,
      named: preferences.named,
      found: body.found,
      ...(site && { languages: site.languages }),
    }),
    isForReaders(options) ? openSearchLink(brand.name) : '',
    away === undefined
      ? ''
      : `<noscript><meta http-equiv="refresh" content="0; url=${escape(away)}"></noscript>`,
    '</head><body>',
    masthead({
      locale,
      brand,
      path: body.path,
      signIn: identity !== null,
      links: links.masthead,
      search: isForReaders(options) ? { keyed: true, ...(site && { library: site.code }) } : null,
      preferences: { ...preferences, mode: preferences.mode ?? 'auto' },
      preferencesOpen: body.preferencesOpen,
      // Pages of microfrontends are there in all of them, on any site.
      ...(site && own === null && { languages: site.languages }),
    }),
    `<div id="notices">${emergencyBars(options.edge, locale)}${noticeBar({ locale, importing: body.importing })}${body.urgent}</div>`,
    // A part that is loaded later takes over texts that were written otherwise since.
    `<main id="main" tabindex="-1"${body.rewritten ? ' data-allow-mismatch="text"' : ''}>${body.main}</main>`,
    footer({
      locale,
      ...(site && { brand, filings: site.filings }),
      address: address.href,
      links: links.footer,
    }),
    `<div id="overlay"${own ? ` data-mfe="${own.live.release.name}"` : ''}></div>`,
    '<div id="announcer" class="sr" role="status" aria-live="polite"></div>',
    // The runtime has no words and no markup of its own.
    `<template id="waiting">${skeleton({ locale })}</template>`,
    `<template id="unavailable">${unavailableBox({ locale, name: '{name}', path: '#' })}</template>`,
    `<template id="offline">${noticeBar({ locale, offline: true })}</template>`,
    ...(identity === null
      ? []
      : [
          `<template id="account">${accountPanel({ locale, links: links.own, account: accountPage(identity) })}</template>`,
          ...identityNotices({ locale }).map(
            ([name, notice]) => `<template id="identity-${name}">${notice}</template>`,
          ),
        ]),
    body.modules,
    `<script type="application/json" id="page-settings">${body.settings}</script>`,
    `<script type="module" nonce="${nonce}" src="${runtime}" integrity="${integrity}"></script>`,
    '</body></html>',
  ].join('\n')
}

/** Staff do not look for books at their work. */
function isForReaders({ plan, own }: DocumentOptions): boolean {
  return plan.place !== 'console' && own?.live.release.signIn !== 'staff'
}

/** The element that a microfrontend is rendered into and hydrates. */
export function microfrontendElement(name: string, html: string): string {
  return `<div data-mfe="${escape(name)}" data-page>${html}</div>`
}
