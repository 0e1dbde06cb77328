// An answer with what may be meant: where no record has the text whole, what is clearly meant is searched for instead.
import { MOST_MEANT, type Meant, type MeantWanted } from '@shuxiang/search/contract'
import type { CatalogueHits, CatalogueQuery, MeantAsked } from './port.ts'

/** So few records have a word of a text by chance. */
const FEW = 3

interface Parts {
  find(request: CatalogueQuery, signal: AbortSignal): Promise<CatalogueHits>
  meant(text: string, wanted: MeantWanted): Promise<readonly Meant[]>
}

export async function answerMeant(
  { find, meant }: Parts,
  request: CatalogueQuery,
  asked: MeantAsked,
  signal: AbortSignal,
): Promise<CatalogueHits> {
  const { scopes, filters, ranges, text } = request
  const typed = await find(request, signal)
  const curious = asked.meant === true || asked.instead === true
  if (!curious && asked.unfiltered !== true) return typed
  if (text.trim() === '') return curious ? { ...typed, meant: [] } : typed
  if (await hasWhole(typed)) return curious ? { ...typed, meant: await namesBeside(typed) } : typed
  const likely = curious ? await near() : []
  const [first, ...others] = likely
  if (asked.instead === true && first?.sure === true) {
    const found = await find({ ...request, text: first.text }, signal)
    if (found.total > 0) return { ...found, instead: first, meant: others }
  }
  const unfiltered = asked.unfiltered === true && typed.total === 0 ? await withoutFilters() : 0
  return { ...typed, ...(curious ? { meant: likely } : {}), ...(unfiltered > 0 ? { unfiltered } : {}) }

  function near(): Promise<readonly Meant[]> {
    return meant(text, { scopes, filters, ranges, limit: MOST_MEANT })
  }

  /** A name with a slip stands by chance in a text or two (李百 in 我李百萬葉): the persons may be meant all the same. */
  async function namesBeside({ hits, total }: CatalogueHits): Promise<readonly Meant[]> {
    const byChance = total <= FEW && hits.every(({ tier }) => tier === 'all')
    if (!byChance || !/^\p{Script=Han}{2,3}$/u.test(text.trim())) return []
    return (await near()).filter(({ kind }) => kind === 'creator').map((one) => ({ ...one, sure: false }))
  }

  /** A page beyond the last record tells nothing of how the others were found: the first is looked at. */
  async function hasWhole({ hits, total, relaxed }: CatalogueHits): Promise<boolean> {
    if (hits.length > 0 || total === 0) return total > 0 && !relaxed
    const { after: _after, ...rest } = request
    return !(await find({ ...rest, from: 0, size: 1, facets: [] }, signal)).relaxed
  }

  async function withoutFilters(): Promise<number> {
    if (filters.length === 0 && ranges.length === 0) return 0
    const { after: _after, ...rest } = request
    const all = await find({ ...rest, from: 0, size: 1, facets: [], filters: [], ranges: [] }, signal)
    return all.total
  }
}
