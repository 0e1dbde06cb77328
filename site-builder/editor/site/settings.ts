/** What is said of a site as a whole, while somebody writes it. Pure. */
import { byLanguage, type SiteToEdit } from '../desk/site-context.ts'

export interface MenuLine {
  /** Keeps a line the same while others come and go. */
  readonly key: number
  readonly path: string
  /** By language. */
  readonly words: Readonly<Record<string, string>>
}

export interface Settings {
  readonly names: Readonly<Record<string, string>>
  readonly seal: string
  /** Id of the picture in its place; empty: none. */
  readonly logo: string
  readonly theme: string
  readonly languages: readonly string[]
  readonly icp: string
  readonly publicSecurity: string
  readonly menu: readonly MenuLine[]
  readonly reviewSteps: number
}

const write = (texts: Readonly<Record<string, string>>): { language: string; text: string }[] =>
  Object.entries(texts).flatMap(([language, text]) =>
    text.trim() === '' ? [] : [{ language, text: text.trim() }],
  )

export function settingsOf(site: SiteToEdit): Settings {
  return {
    names: byLanguage(site.names),
    seal: site.seal,
    logo: site.logo ?? '',
    theme: site.theme,
    languages: site.languages,
    icp: site.filings.icp,
    publicSecurity: site.filings.publicSecurity,
    menu: site.menu.map(({ path, words }, key) => ({ key, path, words: byLanguage(words) })),
    reviewSteps: site.reviewSteps,
  }
}

/** As the graph takes it. */
export function changeOf(settings: Settings) {
  const { names, seal, logo, theme, languages, icp, publicSecurity, menu, reviewSteps } = settings
  return {
    names: write(names),
    seal: seal.trim(),
    logo,
    theme,
    languages: [...languages],
    filings: { icp: icp.trim(), publicSecurity: publicSecurity.trim() },
    menu: menu.map(({ path, words }) => ({ path, words: write(words) })),
    reviewSteps,
  }
}

/** Key of the message about what cannot be stored; null: nothing. */
export function wrongIn({ names, seal, menu }: Settings): 'name' | 'seal' | 'words' | null {
  if (write(names).length === 0) return 'name'
  if (![1, 2].includes([...seal.trim()].length)) return 'seal'
  if (menu.some(({ words }) => write(words).length === 0)) return 'words'
  return null
}
