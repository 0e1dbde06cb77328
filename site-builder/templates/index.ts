/** The templates that an installation has: the only list of them. */
import { county } from './county.ts'
import type { Template } from './template.ts'

export const templates: readonly Template[] = [county]

/** The template of that name; undefined when there is none. */
export function templateOf(id: string): Template | undefined {
  return templates.find((one) => one.id === id)
}

export type { Template, TemplateLibrary, TemplateLink, TemplateSite } from './template.ts'
