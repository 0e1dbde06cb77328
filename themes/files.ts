/** The style sheets to serve. Node only: reads the `.css` files beside this one; everything else here is pure. */
import { readFileSync } from 'node:fs'
import { compileTheme } from './compile.ts'
import { nationalTheme } from './national.ts'
import type { Theme } from './theme.ts'

/** One style sheet: a name for its address, without a hash, and its text. */
export interface ThemeFile {
  readonly name: string
  readonly text: string
}

/** Order matters only for `layers`: it must come first. */
const sheets = [
  'reset',
  'base',
  'parts',
  'lists',
  'reading',
  'covers',
  'plates',
  'chrome',
  'forced',
  'print',
] as const

const sheet = (name: string): string => readFileSync(new URL(`./css/${name}.css`, import.meta.url), 'utf8')

/**
 * Style sheets of a theme, one request: `<theme>.css` with the layer order, the tokens and all parts. The same theme
 * gives the same bytes, so that the caller may name it by its hash.
 * @param blocks rules of the blocks of builder pages, in their layer; this package knows none
 * @throws ThemeError when the theme does not hold its contrast.
 */
export function themeFiles(theme: Theme = nationalTheme, blocks = ''): readonly ThemeFile[] {
  const text = [sheet('layers'), compileTheme(theme).css, ...sheets.map(sheet), blocks].join('\n')
  return [{ name: `${theme.name}.css`, text: asSent(text) }]
}

/** Without what only those who write it read: comments, and the white space in front of lines. No string here holds either. */
function asSent(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\n\s+/g, '\n')
}
