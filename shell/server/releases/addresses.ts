/** Addresses of built files: what a page links, preloads and tells its runtime. */
import type { Locale } from '@shuxiang/sdk/contract'
import type { ExtensionSettings, MicrofrontendSettings, StyleSheet } from '@shuxiang/runtime/page-settings'
import type { Release } from '@shuxiang/vite/release'
import { needsOf } from '../pages/page-needs.ts'
import type { InstalledExtension } from '../extensions/installed.ts'
import type { LiveRelease, Plan } from './live-plan.ts'

/** A release that names a file of which it says no hash: a page must not link what it cannot hold the browser to. */
export class UnhashedFile extends Error {
  override readonly name = 'UnhashedFile'
  constructor(file: string) {
    super(`${file} has no hash in its release: build it again.`)
  }
}

/** Style sheets of a release with their hashes. Errors: `UnhashedFile`. */
export function releaseSheets({ release, base }: LiveRelease): StyleSheet[] {
  return release.browser.css.map((file) => {
    const href = `${base}/${file}`
    const facts = release.browser.files[file]
    if (!facts) throw new UnhashedFile(href)
    return { href, integrity: facts.integrity }
  })
}

/** The runtime, first, and what it imports. */
export function runtimeModules(plan: Plan): [string, ...string[]] {
  const contract = plan.shared.imports['@shuxiang/sdk/contract']
  return [
    runtimeModule(plan, '@shuxiang/runtime'),
    ...(contract === undefined ? [] : [`/_assets/shared/${contract}`]),
  ]
}

/** What somebody needs who signs in. */
export const authModule = (plan: Plan): string => runtimeModule(plan, '@shuxiang/runtime/auth')

/** What somebody needs who wants Chinese texts in one script. */
export const scriptModule = (plan: Plan): string => runtimeModule(plan, '@shuxiang/runtime/script')

function runtimeModule(plan: Plan, name: string): string {
  const file = plan.runtime.imports[name]
  if (file === undefined) throw new Error(`the runtime was built without ${name}: build it again`)
  return `/_assets/runtime/${file}`
}

/** Everything a microfrontend's page needs, named at once: one wave of requests instead of a chain. */
export function pageModules(
  plan: Plan,
  { release, base }: LiveRelease,
  preload: readonly string[],
  locale: Locale,
): string[] {
  const files = [
    release.browser.entry,
    ...release.browser.preload,
    ...messageFiles(release, locale),
    ...preload,
  ].map((file) => `${base}/${file}`)
  return [...new Set([...runtimeModules(plan), ...sharedModules(plan), ...files])]
}

/** What all microfrontends import by name. */
export function sharedModules(plan: Plan): string[] {
  return Object.values(plan.shared.imports).map((file) => `/_assets/shared/${file}`)
}

/** The file of its messages in a language, when they are loaded by language. */
function messageFiles({ browser }: Release, locale: Locale): string[] {
  const file = browser.messages[locale]
  return file === undefined ? [] : [file]
}

/** What an extension needs beside the runtime. */
export function extensionModules(
  plan: Plan,
  { live, declared }: InstalledExtension,
  locale: Locale,
): string[] {
  return [
    ...sharedModules(plan),
    ...[declared.entry, ...declared.preload, ...messageFiles(live.release, locale)].map(
      (file) => `${live.base}/${file}`,
    ),
  ]
}

/** What the runtime must know of a microfrontend. `entry` replaces the built one in development. */
export function microfrontendSettings(
  plan: Plan,
  live: LiveRelease,
  locale: Locale,
  entry?: string,
): MicrofrontendSettings {
  const { release, base } = live
  const address = (file: string): string => `${base}/${file}`
  return {
    name: release.name,
    signIn: release.signIn,
    label: release.label[locale],
    criticality: release.criticality,
    entry: entry ?? address(release.browser.entry),
    preload: entry ? [] : release.browser.preload.map(address),
    messages: entry ? null : (messageFiles(release, locale).map(address)[0] ?? null),
    css: entry ? [] : releaseSheets(live),
    pages: release.pages.map(({ path, slots, documents }) => ({
      path,
      slots,
      documents: documents.map(({ suffix }) => suffix),
      needs: needsOf(plan, { policy: release.policy, slots }),
    })),
    enhancements: release.enhancements.map(({ id, entry: file }) => ({ id, entry: address(file) })),
  }
}

/** What the runtime must know of an extension. `entry` replaces the built one in development. */
export function extensionSettings(
  { key, live: { release, base }, declared, offer }: InstalledExtension,
  entry?: string,
): ExtensionSettings {
  const address = (file: string): string => `${base}/${file}`
  return {
    key,
    owner: release.name,
    slot: declared.slot,
    kinds: declared.kinds,
    offer,
    entry: entry ?? address(declared.entry),
    preload: entry ? [] : declared.preload.map(address),
    told: declared.absence === 'told',
  }
}
