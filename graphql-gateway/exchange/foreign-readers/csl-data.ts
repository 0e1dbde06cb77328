// The schema of CSL-JSON 1.0.2, as far as it says which names and shapes there are.
// Source: https://github.com/citation-style-language/schema/blob/v1.0.2/schemas/input/csl-data.json
import { z } from 'zod'

const types =
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'
const names =
  'author chair collection-editor compiler composer container-author contributor curator director editor editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer producer recipient reviewed-author script-writer series-creator translator'
const dates = 'accessed available-date event-date issued original-date submitted'
const texts =
  'abstract annote archive archive_collection archive_location archive-place authority call-number citation-key citation-label collection-title container-title container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword language license medium note original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section source status title title-short URL version volume-title year-suffix'
const numbers =
  'chapter-number citation-number collection-number edition issue locator number number-of-pages number-of-volumes page page-first part-number printing-number supplement-number volume'

const scalar = z.union([z.string(), z.number()])
const name = z.strictObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
})
const date = z.strictObject({
  'date-parts': z.array(z.array(scalar).min(1).max(3)).min(1).max(2),
  circa: z.boolean().optional(),
})
function each<T extends z.ZodType>(list: string, shape: T): Record<string, z.ZodOptional<T>> {
  return Object.fromEntries(list.split(' ').map((key) => [key, shape.optional()]))
}

const data = z.array(
  z.strictObject({
    type: z.enum(types.split(' ')),
    id: scalar,
    ...each(names, z.array(name)),
    ...each(dates, date),
    ...each(texts, z.string()),
    ...each(numbers, scalar),
  }),
)

/** What is wrong with a list of items; null when nothing is. */
export function cslProblem(items: unknown): string | null {
  const { error } = data.safeParse(items)
  return error ? z.prettifyError(error) : null
}
