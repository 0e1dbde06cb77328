/** The style sheet and the script of login pages. Node only: reads the files beside this one. */
import { readFileSync } from 'node:fs'
import { compileTheme } from '../compile.ts'
import { nationalTheme } from '../national.ts'
import type { Theme } from '../theme.ts'

/** Of the portal's own sheets those that a login page wears; order matters only for `layers`, which comes first. */
const sheets = ['reset', 'base', 'parts', 'chrome', 'forced', 'print'] as const

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/**
 * Everything that login pages load: the same theme gives the same bytes, so that the caller may name them by a hash.
 * @throws ThemeError when the theme does not hold its contrast.
 */
export function loginFiles(theme: Theme = nationalTheme): { readonly css: string; readonly js: string } {
  const css = [
    read('../css/layers.css'),
    compileTheme(theme).css,
    ...sheets.map((name) => read(`../css/${name}.css`)),
    read('./login.css'),
  ].join('\n')
  return { css, js: read('./login.js') }
}
