// SearchResults.facets, Facet and FacetValue
import { MOST_FACET_VALUES, MOST_FACETS } from '@shuxiang/search/contract'
import { badInput, interfaceLanguage } from '@shuxiang/subgraph-kit'
import { browseAddress, facetAddress, isBrowsed, personAddress, themesOf } from '@shuxiang/vocabulary'
import { personById } from '../loaders.ts'
import { personLabel } from '../person/label.ts'
import { spanWords, yearsOfPeriod } from '../topic/period-years.ts'
import type {
  FacetResolvers,
  FacetValueResolvers,
  SearchResultsResolvers,
} from '../../schema/types.generated.ts'

export const facets: SearchResultsResolvers['facets'] = async (page, args) => {
  const size = args.size ?? 12
  if (size < 1 || size > MOST_FACET_VALUES)
    throw badInput(`size: give a number from 1 to ${MOST_FACET_VALUES}.`)
  const known = page.facetNames
  const names = [...new Set(args.names ?? known)]
  if (names.length > MOST_FACETS) throw badInput(`names: give at most ${MOST_FACETS} facets.`)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw badInput(`names: "${unknown.slice(0, 40)}" is no facet; use ${known.join(', ')}.`)
  // Which subjects are themes is known when all of them are there.
  const sizes = new Map(names.map((name) => [name, name === 'subject' ? MOST_FACET_VALUES : size]))
  const { facets: counted } = await page.hits({ facets: sizes })
  const wanted = new Set(names)
  return counted
    .filter(({ name }) => wanted.has(name))
    .map(({ name, values, valueCount }) => {
      const themes = name === 'subject' ? themesOf(values) : values
      return {
        name,
        valueCount: valueCount - (values.length - themes.length),
        page,
        // Another field of the same query may have wanted more values; chosen ones are shown in any case.
        values: [...new Set([...themes.slice(0, size), ...values.filter(({ selected }) => selected)])].map(
          (value) => ({ ...value, facet: name, page }),
        ),
      }
    })
}

export const facetLabel: FacetResolvers['label'] = ({ name, page }, args) =>
  page.names.facet(name, interfaceLanguage(args))

export const facetValueLabel: FacetValueResolvers['label'] = (
  { facet, value, label, page },
  args,
  context,
) => {
  const language = interfaceLanguage(args)
  // An author may be a body, which the store has no person of: its name stands as it is.
  if (facet === 'author') return personLabel({ _id: value, name: label }, language, context)
  return page.names.facetValue(facet, value, label, language)
}

export const facetValueUrl: FacetValueResolvers['url'] = async ({ facet, value }, _, context) => {
  if (isBrowsed(facet)) return browseAddress(facet, value)
  // A body that writes has no page of its own.
  if (facet === 'author' && (await personById(context, value)) !== null) return personAddress(value)
  return facetAddress(facet, value)
}

export const facetValueYears: FacetValueResolvers['years'] = ({ facet, value }, args) => {
  const years = yearsOfPeriod(facet, value)
  return years && spanWords(years, interfaceLanguage(args))
}

export const facetValueBegins: FacetValueResolvers['begins'] = ({ facet, value }) =>
  yearsOfPeriod(facet, value)?.from ?? null
