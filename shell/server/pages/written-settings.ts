/** The settings of a page as the text that stands in it: what all pages of a plan share is written once for the plan. */
import type { PageSettings } from '@shuxiang/runtime/page-settings'
import type { Locale } from '@shuxiang/sdk/contract'
import { identitySettings, type IdentityProvider } from '../auth/identity.ts'
import { declaredBuilderPage } from '../builder-pages/builder-slots.ts'
import { installedExtensions } from '../extensions/installed.ts'
import {
  authModule,
  extensionSettings,
  microfrontendSettings,
  scriptModule,
  sharedModules,
} from '../releases/addresses.ts'
import type { Plan } from '../releases/live-plan.ts'
import { onceFor } from '../releases/once-for.ts'
import { brandOf, type Site } from '../sites/site.ts'
import type { DevServers } from './dev-servers.ts'
import { jsonText } from './json-text.ts'
import { needsOf } from './page-needs.ts'

/** Settings that follow from the plan, the development servers and the language. */
type CommonSettings = Pick<
  PageSettings,
  | 'identity'
  | 'portalName'
  | 'locale'
  | 'scriptModule'
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
  /** The branch site whose page it is; null: the portal's. */
  readonly site: Site | null
  /** Paths of the builder pages. */
  readonly paths: readonly string[]
  readonly locale: Locale
}

/** Words that only the runtime says. */
const WORDS = {
  'zh-CN': { loaded: '已打开：{title}', retry: '重试' },
  en: { loaded: 'Opened: {title}', retry: 'Try again' },
} as const

/** `PageSettings` as JSON for a script element. */
export function writtenSettings(
  { plan, dev, identity, site, paths, locale }: SettingsOptions,
  own: OwnSettings,
): string {
  const common = written(plan)(dev)(identity ?? NO_IDENTITY)(site ?? PORTAL)(paths)[locale]
  // Two objects that are never empty, written as one.
  return `${common.slice(0, -1)},${jsonText(own).slice(1)}`
}

/** Stands for none in what is kept by object. */
const NO_IDENTITY: IdentityProvider = { url: '', realm: '' }

/** The same for the portal, which is no site. */
const PORTAL: Site = {
  code: '',
  origin: '',
  names: {},
  seal: '',
  logo: null,
  theme: '',
  languages: ['zh-CN'],
  menu: [],
  filings: {},
  paths: [],
  edge: { emergencies: [], grey: false },
  takenDown: [],
  release: null,
}

const written = onceFor((plan: Plan) =>
  onceFor((dev: DevServers) =>
    onceFor((provider: IdentityProvider) =>
      onceFor((place: Site) =>
        onceFor((paths: readonly string[]): Readonly<Record<Locale, string>> => {
          const identity = provider === NO_IDENTITY ? null : provider
          const site = place === PORTAL ? null : place
          return {
            'zh-CN': jsonText(commonSettings({ plan, dev, identity, site, paths, locale: 'zh-CN' })),
            en: jsonText(commonSettings({ plan, dev, identity, site, paths, locale: 'en' })),
          }
        }),
      ),
    ),
  ),
)

function commonSettings({ plan, dev, identity, site, paths, locale }: SettingsOptions): CommonSettings {
  return {
    identity: identity && { ...identitySettings(identity, site), module: authModule(plan) },
    portalName: brandOf(site, locale).name,
    locale,
    scriptModule: scriptModule(plan),
    microfrontends: plan.releases.map((live) =>
      microfrontendSettings(plan, live, locale, dev.entries[live.release.name]),
    ),
    extensions: installedExtensions(plan).map((extension) =>
      extensionSettings(extension, dev.extensions[extension.live.release.name]?.[extension.index]),
    ),
    // The portal's documents are not the console's: from there they are another origin. Published pages have no script that
    // could take the next page over, and are loaded whole.
    documents: (plan.place === 'console' || (site && site.release !== null) ? [] : paths).map((path) => ({
      path,
      needs: needsOf(plan, declaredBuilderPage(path)),
    })),
    development: dev.origins.length > 0,
    shared: sharedModules(plan),
    words: WORDS[locale],
  }
}
