/** How the page says that something else than the query was searched for. */
import type { Labels } from '../messages/labels.ts'

/** What was searched for; `kind` as of `Meant` in the graph. */
export interface Instead {
  readonly text: string
  readonly kind: string
}

/** A line that differs by one character may well be how another edition has it: nobody is told to have erred. */
export function insteadWords({ text, kind }: Instead, typed: string, { t }: Pick<Labels, 't'>): string {
  const asPrinted = kind === 'line' && differInOne(text, typed)
  return t(asPrinted ? 'meant.reading' : 'meant.instead', { meant: text, typed })
}

function differInOne(one: string, other: string): boolean {
  const [chars, others] = [lettersOf(one), lettersOf(other)]
  return chars.length === others.length && chars.filter((char, at) => char !== others[at]).length === 1
}

function lettersOf(text: string): readonly string[] {
  return text.match(/\p{L}/gu) ?? []
}
