/** The templates that an installation has: the only list of them. */
import { children } from './children.ts'
import { city } from './city.ts'
import { county } from './county.ts'
import { localHistory } from './local-history.ts'
import type { Template } from './template.ts'
import { twoLanguages } from './two-languages.ts'
import { universityTown } from './university-town.ts'

/** The one that fits most libraries first. */
export const templates: readonly [Template, ...Template[]] = [
  county,
  city,
  children,
  localHistory,
  universityTown,
  twoLanguages,
]

/** The template of that name; undefined when there is none. */
export function templateOf(id: string): Template | undefined {
  return templates.find((one) => one.id === id)
}

export { portalNav, portalPages, type PortalNavEntry } from './portal/index.ts'
export { templateFor } from './template-for.ts'
export type { Template, TemplateLibrary, TemplateLink, TemplateSite } from './template.ts'
