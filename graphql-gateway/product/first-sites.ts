// Branch sites as templates give them, and those that a new installation shows.
import { templateFor, templateOf, type TemplateLibrary } from '@shuxiang/site-templates'
import type { NewSite } from '@shuxiang/subgraph-sites/content'

/** The libraries of the people to try the product with: their sites stand from the beginning, each of another template. */
const shown: readonly (TemplateLibrary & { readonly template: string })[] = [
  { code: 'n330110', name: '余杭区图书馆', template: 'county' },
  { code: 'n440305', name: '南山区图书馆', template: 'university-town' },
  { code: 'n33', name: '浙江图书馆', template: 'city' },
]

/** A site to be stored, of the template that fits the library when none is named; null when there is no such template. */
export function newSite(templateId: string | null, library: TemplateLibrary): NewSite | null {
  const template = templateId === null ? templateFor(library) : templateOf(templateId)
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
  return shown.flatMap(({ template, ...library }) => newSite(template, library) ?? [])
}
