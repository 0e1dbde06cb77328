/** Composes the one import map of a page: every name and the hash of every module that may be loaded. */
import type { Plan } from '../releases/live-plan.ts'
import { onceFor } from '../releases/once-for.ts'
import { jsonText } from './json-text.ts'

export interface ImportMap {
  readonly imports: Readonly<Record<string, string>>
  readonly integrity: Readonly<Record<string, string>>
}

/**
 * One map, because a second one is not understood by older browsers. `overrides` replaces names with addresses of a
 * development server, which have no hashes.
 */
export function importMap(plan: Plan, overrides: Readonly<Record<string, string>> = {}): ImportMap {
  const imports: Record<string, string> = {}
  const integrity: Record<string, string> = {}
  for (const [name, file] of Object.entries(plan.shared.imports)) imports[name] = `/_assets/shared/${file}`
  for (const [file, facts] of Object.entries(plan.shared.files))
    integrity[`/_assets/shared/${file}`] = facts.integrity
  for (const [file, facts] of Object.entries(plan.runtime.files)) {
    if (file.endsWith('.js')) integrity[`/_assets/runtime/${file}`] = facts.integrity
  }
  for (const { release, base } of plan.releases) {
    for (const [file, facts] of Object.entries(release.browser.files)) {
      if (file.endsWith('.js')) integrity[`${base}/${file}`] = facts.integrity
    }
  }
  return { imports: { ...imports, ...overrides }, integrity }
}

/** The map with its text, which may stand in a script element. */
export const writtenImportMap = onceFor((plan: Plan) =>
  onceFor((overrides: Readonly<Record<string, string>>) => {
    const map = importMap(plan, overrides)
    return { ...map, text: jsonText(map) }
  }),
)
