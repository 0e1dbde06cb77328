// The kind "map" of a province: words, details, what is searched, how it is cited and told. Nothing of it stands elsewhere.
import { defineKind, fact, known } from '@shuxiang/record'
import { words, type FacetEntry } from '@shuxiang/vocabulary'
import { mapDetails } from './details.ts'

const scaleFacet: FacetEntry = { id: 'scale', words: words('比例尺', 'Scale'), values: 'data' }

export const map = defineKind({
  entry: {
    id: 'map',
    words: words('地图', 'Map'),
    plural: words('地图', 'Maps'),
    schemaOrg: 'Map',
    cover: 'doc',
  },
  facets: [scaleFacet],
  details: mapDetails,
  dated: ['issued'],
  manner: {
    describes: 'work',
    csl: 'map',
    bibtex: 'misc',
    ris: 'MAP',
    gbt: 'CM',
    marc: { type: 'e', level: 'm' },
  },
  search: ({ details: { scale, projection } }) => ({
    facets: { scale: [{ value: String(scale), label: ratio(scale) }] },
    sorts: { scale },
    texts: projection === undefined ? [] : [projection],
  }),
  exports: ({ details: { scale } }) => ({
    schemaOrg: { mapType: 'https://schema.org/VenueMap' },
    csl: known({ scale: ratio(scale) }),
    marc: [['255', '  ', ['a', ratio(scale)]]],
  }),
  facts: ({ details: { scale, projection } }) => [
    ...fact(words('比例尺', 'Scale'), ratio(scale)),
    ...fact(words('投影', 'Projection'), projection),
  ],
})

function ratio(scale: number): string {
  return `1:${scale}`
}
