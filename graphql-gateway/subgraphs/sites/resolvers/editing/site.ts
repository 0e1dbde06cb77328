// Mutations of a site: changeSite, orderPages
import { badInput, oneLine, readLanguageTag } from '@shuxiang/subgraph-kit'
import { readTexts } from '../../editing/input.ts'
import type { EditingParts } from '../../editing/ports.ts'
import { scopeOfSite } from '../../editing/scope.ts'
import { changeSite, orderPages, type SiteChange } from '../../editing/site-facts.ts'
import type { MutationResolvers, SiteChangeInput } from '../../schema/types.generated.ts'
import { isSteps, type ReviewSteps } from '../../review/steps.ts'
import type { SiteLinkDoc } from '../../store/documents.ts'

const mostLinks = 12
const mostLanguages = 10
/** Characters. */
const longestName = 60
const longestWords = 20
const longestFiling = 60
const longestLink = 500

export const siteMutations = ({
  themes,
}: EditingParts): Required<Pick<MutationResolvers, 'changeSite' | 'orderPages'>> => ({
  async changeSite(_, { site: code, baseRev, change }, context) {
    const scope = await scopeOfSite(context, 'site.configure', code)
    return { scope, site: await changeSite(scope, baseRev, readChange(change, themes)) }
  },

  async orderPages(_, { site: code, baseRev, pages }, context) {
    const scope = await scopeOfSite(context, 'page.draft', code)
    return { scope, site: await orderPages(scope, baseRev, pages) }
  },
})

/** Errors of all: BAD_USER_INPUT with a sentence. */
export function readChange(change: SiteChangeInput, themes: readonly string[]): SiteChange {
  const { names, seal, logo, theme, menu, languages, filings, reviewSteps } = change
  const read: SiteChange = {
    ...(names ? { names: readTexts('names', names, longestName) } : {}),
    ...(typeof seal === 'string' ? { seal: readSeal(seal) } : {}),
    ...(typeof logo === 'string' ? { logo: readLogo(logo) } : {}),
    ...(typeof theme === 'string' ? { theme: readTheme(theme, themes) } : {}),
    ...(menu ? { menu: readMenu(menu) } : {}),
    ...(languages ? { languages: readLanguages(languages) } : {}),
    ...(filings
      ? {
          filings: {
            icp: readFiling('icp', filings.icp),
            publicSecurity: readFiling('publicSecurity', filings.publicSecurity),
          },
        }
      : {}),
    ...(typeof reviewSteps === 'number' ? { reviewSteps: readSteps(reviewSteps) } : {}),
  }
  if (Object.keys(read).length === 0) throw badInput('change: say what changes.')
  return read
}

function readSeal(text: string): string {
  const seal = oneLine(text)
  if (seal === null || !/^\p{L}\p{L}?$/u.test(seal)) throw badInput('seal: give one or two characters.')
  return seal
}

/** Whose picture it is shows when it is asked for: that of another library is no picture. */
function readLogo(logo: string): string {
  if (logo !== '' && !/^[\w-]{1,200}$/.test(logo))
    throw badInput('logo: give the id of a picture, or nothing.')
  return logo
}

function readTheme(theme: string, themes: readonly string[]): string {
  if (!themes.includes(theme)) throw badInput(`theme: choose one of ${themes.join(', ')}.`)
  return theme
}

/** A link leads to an address of the site itself; `//` and `\` would lead elsewhere. */
function readMenu(menu: NonNullable<SiteChangeInput['menu']>): SiteLinkDoc[] {
  if (menu.length > mostLinks) throw badInput(`menu: give at most ${mostLinks} links.`)
  return menu.map(({ path, words }) => {
    if (path.length > longestLink || !/^\/(?!\/)[^\s\\\p{Cc}]*$/u.test(path) || !path.isWellFormed())
      throw badInput('menu: a link leads to an address of the site, such as /about.')
    return { path, words: readTexts('menu', words, longestWords) }
  })
}

function readLanguages(languages: readonly string[]): string[] {
  const known = new Set(languages)
  for (const tag of languages) readLanguageTag('languages', tag)
  if (known.size !== languages.length || known.size === 0 || known.size > mostLanguages)
    throw badInput(`languages: give 1 to ${mostLanguages} language tags such as zh-CN, each once.`)
  return [...known]
}

function readFiling(name: string, text: string): string {
  const line = oneLine(text)
  if (line === null || [...line].length > longestFiling)
    throw badInput(`filings: ${name} has at most ${longestFiling} characters.`)
  return line
}

function readSteps(steps: number): ReviewSteps {
  if (!isSteps(steps)) throw badInput('reviewSteps: give 1, 2 or 3.')
  return steps
}
