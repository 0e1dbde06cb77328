/** A site as its frame is drawn, from what the graph says of it, or a template. Pure. */
import { drawnLanguages, type FramedSite } from '@shuxiang/site-publish/frame'
import { locales, type Logo } from '@shuxiang/site-render'
import type { TemplateSite } from '@shuxiang/site-templates'
import { byLanguage, type SiteToEdit } from '../desk/site-context.ts'

/** `logo`: the picture that its facts name, where it is known. */
export function framedSite(site: SiteToEdit, origin: string, logo: Logo | null = null): FramedSite {
  return {
    code: site.id,
    facts: {
      names: byLanguage(site.names),
      seal: site.seal,
      theme: site.theme,
      menu: site.menu.map(({ path, words }) => ({ path, words: byLanguage(words) })),
      filings: site.filings,
    },
    ...(logo && { logo }),
    paths: site.pages.map(({ path }) => path),
    origin,
    languages: drawnLanguages(site.languages),
    signIn: true,
  }
}

export function framedTemplate(
  { names, seal, theme, menu, pages }: TemplateSite,
  code: string,
  origin: string,
): FramedSite {
  return {
    code,
    facts: { names, seal, theme, menu },
    paths: [...pages.keys()],
    origin,
    languages: locales,
    signIn: true,
  }
}
