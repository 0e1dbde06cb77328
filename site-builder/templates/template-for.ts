/** Which template a library's site is made from when nobody has chosen one. */
import { children } from './children.ts'
import { city } from './city.ts'
import { county } from './county.ts'
import { localHistory } from './local-history.ts'
import type { Template, TemplateLibrary } from './template.ts'
import { twoLanguages } from './two-languages.ts'
import { universityTown } from './university-town.ts'

/** For libraries that are told apart by nothing but their code: most are what their level says, some are something else. */
const ofCounties = [county, county, localHistory, county, universityTown, county] as const

/**
 * By its name where that says it, then by the level that its code shows (`n33` a province, `n3301` a city, `n330110` a
 * county); counties are spread over several, each always the same.
 */
export function templateFor({ code, name }: TemplateLibrary): Template {
  if (/少年|儿童/.test(name)) return children
  // Yanbian and what is below it.
  if (code.startsWith('n2224')) return twoLanguages
  if (/^n\d{2}(?:\d{2})?$/.test(code)) return city
  const digits = [...code].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0)
  return ofCounties[digits % ofCounties.length] ?? county
}
