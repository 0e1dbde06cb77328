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
  const [a = [], b = []] = [one, other].map((text) => [...text.replace(/[^\p{L}]/gu, '')])
  return a.length === b.length && a.filter((char, at) => char !== b[at]).length === 1
}
