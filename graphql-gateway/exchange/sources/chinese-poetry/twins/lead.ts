// Which of several texts of a work stands for it, and whose work that says it is.
import { authorOf, type RawPoem } from '../raw-poems.ts'
import { simplified } from '../simplified.ts'
import { writtenName } from '../persons.ts'
import { lettersOfTitle } from '../witnesses/title-letters.ts'
import type { Printed } from '../witnesses/printed.ts'
import type { Twins } from './find.ts'

/** What an anthology outweighs: readers know a poem by the title and author of the books that everybody reads. */
const anthology = 10

/**
 * Of several authors the one for whom most anthologies speak, else whom more collections name; of equals the one whose
 * text is kept. `sure` is set when an anthology decides.
 */
export function attributed(
  raw: RawPoem,
  twins: Twins,
  printed: readonly Printed[],
): { readonly author: string; readonly sure: boolean } {
  const own = twins.authors[0] ?? authorOf(raw)
  const books = printed.map(({ author }) => writtenName(author))
  const givings = [raw, ...twins.others]
  const weights = twins.authors.map((author) => {
    const chosen = books.filter((name) => name === author).length
    const collections = new Set(givings.filter((one) => authorOf(one) === author).map(collectionOf)).size
    return { author, chosen, weight: anthology * (chosen + (author === twins.sure ? 0.5 : 0)) + collections }
  })
  const most = Math.max(...weights.map(({ weight }) => weight))
  const best = weights.filter(({ weight }) => weight === most)
  const lead = best.find(({ author }) => author === own) ?? best[0]
  if (!lead) return { author: own, sure: false }
  const rival = weights.some(({ author, chosen }) => author !== lead.author && chosen >= lead.chosen)
  return { author: lead.author, sure: lead.chosen > 0 ? !rival : lead.author === twins.sure }
}

/** The text of that author; of several the one whose title the anthologies have. */
export function leadingText(
  raw: RawPoem,
  { others }: Twins,
  author: string,
  printed: readonly Printed[],
): RawPoem {
  const own = [raw, ...others].filter((one) => authorOf(one) === author)
  if (own.includes(raw)) return raw
  const titles = new Set(printed.map(({ title }) => lettersOfTitle(title)))
  return own.find((one) => titles.has(lettersOfTitle(titleOf(one)))) ?? own[0] ?? raw
}

/** Lines that friends made in turn are the work of all of them: 大雨聯句. */
export function isLinked(title: string): boolean {
  return simplified(title).includes('联句')
}

function collectionOf(raw: RawPoem): string {
  return 'poem' in raw ? raw.dynasty : raw.set
}

function titleOf(raw: RawPoem): string {
  return 'poem' in raw ? raw.poem.title : raw.title || raw.tune
}
