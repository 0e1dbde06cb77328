/** The settings of a page as the text that stands in it: what all pages of a plan share is written once for the plan. */
import type { PageSettings } from '@shuxiang/runtime/page-settings'
import type { Locale } from '@shuxiang/sdk/contract'
import { portalPages } from '@shuxiang/site-blocks'
import { portalName } from '@shuxiang/vocabulary'
import { identitySettings, type IdentityProvider } from '../auth/identity.ts'
import { declaredBuilderPage } from '../builder-pages/builder-slots.ts'
import { installedExtensions } from '../extensions/installed.ts'
import { authModule, extensionSettings, microfrontendSettings, sharedModules } from '../releases/addresses.ts'
import type { Plan } from '../releases/live-plan.ts'
import { onceFor } from '../releases/once-for.ts'
import type { DevServers } from './dev-servers.ts'
import { jsonText } from './json-text.ts'
import { needsOf } from './page-needs.ts'

/** Settings that follow from the plan, the development servers and the language. */
type CommonSettings = Pick<
  PageSettings,
  | 'identity'
  | 'portalName'
  | 'locale'
  | 'microfrontends'
  | 'extensions'
  | 'documents'
  | 'development'
  | 'shared'
  | 'words'
>

/** Settings of one page for one reader. */
export type OwnSettings = Omit<PageSettings, keyof CommonSettings>

export interface SettingsOptions {
  readonly plan: Plan
  readonly dev: DevServers
  readonly identity: IdentityProvider | null
  readonly locale: Locale
}

/** Words that only the runtime says. */
const WORDS = {
  'zh-CN': { loaded: '已打开：{title}', retry: '重试' },
  en: { loaded: 'Opened: {title}', retry: 'Try again' },
} as const

/** `PageSettings` as JSON for a script element. */
export function writtenSettings({ plan, dev, identity, locale }: SettingsOptions, own: OwnSettings): string {
  const common = written(plan)(dev)(identity ?? NO_IDENTITY)[locale]
  // Two objects that are never empty, written as one.
  return `${common.slice(0, -1)},${jsonText(own).slice(1)}`
}

/** Stands for none in what is kept by object. */
const NO_IDENTITY: IdentityProvider = { url: '', realm: '' }

const written = onceFor((plan: Plan) =>
  onceFor((dev: DevServers) =>
    onceFor((provider: IdentityProvider): Readonly<Record<Locale, string>> => {
      const identity = provider === NO_IDENTITY ? null : provider
      return {
        'zh-CN': jsonText(commonSettings({ plan, dev, identity, locale: 'zh-CN' })),
        en: jsonText(commonSettings({ plan, dev, identity, locale: 'en' })),
      }
    }),
  ),
)

function commonSettings({ plan, dev, identity, locale }: SettingsOptions): CommonSettings {
  return {
    identity: identity && { ...identitySettings(identity), module: authModule(plan) },
    portalName: portalName[locale],
    locale,
    microfrontends: plan.releases.map((live) =>
      microfrontendSettings(plan, live, locale, dev.entries[live.release.name]),
    ),
    extensions: installedExtensions(plan).map((extension) =>
      extensionSettings(extension, dev.extensions[extension.live.release.name]?.[extension.index]),
    ),
    documents: [...portalPages.keys()].map((path) => ({
      path,
      needs: needsOf(plan, declaredBuilderPage(path)),
    })),
    development: dev.origins.length > 0,
    shared: sharedModules(plan),
    words: WORDS[locale],
  }
}
