// Branch sites as templates give them, and those that a new installation shows.
import { templateOf, type TemplateLibrary } from '@shuxiang/site-templates'
import type { NewSite } from '@shuxiang/subgraph-sites/content'

/** The libraries of the people to try the product with: their sites stand from the beginning. */
const shown: readonly TemplateLibrary[] = [
  { code: 'n330110', name: '余杭区图书馆' },
  { code: 'n440305', name: '南山区图书馆' },
  { code: 'n33', name: '浙江图书馆' },
]

/** A site to be stored; null when there is no such template. */
export function newSite(templateId: string, library: TemplateLibrary): NewSite | null {
  const template = templateOf(templateId)
  if (!template) return null
  const { names, seal, theme, menu, pages } = template.siteOf(library)
  return {
    code: library.code,
    names,
    seal,
    theme,
    menu,
    template: template.id,
    pages: new Map([...pages].map(([path, document]) => [path, JSON.stringify(document)])),
  }
}

export function firstSites(): readonly NewSite[] {
  return shown.flatMap((library) => newSite('county', library) ?? [])
}
