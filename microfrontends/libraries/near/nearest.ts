/** Which region one is in or next to, by places that are known of each. */
import { places } from './places.generated.ts'

export interface Position {
  /** Degrees. */
  readonly latitude: number
  readonly longitude: number
}

const radians = (hundredths: number): number => (hundredths * Math.PI) / 18_000

/** Of two places the one with the smaller number is nearer: the haversine of the angle between them. */
function angle(lat: number, lng: number, otherLat: number, otherLng: number): number {
  return (
    Math.sin((lat - otherLat) / 2) ** 2 +
    Math.cos(lat) * Math.cos(otherLat) * Math.sin((lng - otherLng) / 2) ** 2
  )
}

/** Division code of two or four digits. Near a border it may be the neighbour's: of each region a few places are known. */
export function nearestRegion({ latitude, longitude }: Position): string {
  const [lat, lng] = [radians(latitude * 100), radians(longitude * 100)]
  let best = { region: '', distance: Infinity }
  for (const line of places.trim().split('\n')) {
    const [region = '', ...points] = line.split(' ')
    for (const point of points) {
      const [otherLat = NaN, otherLng = NaN] = point.split(',').map(Number)
      const distance = angle(lat, lng, radians(otherLat), radians(otherLng))
      if (distance < best.distance) best = { region, distance }
    }
  }
  return best.region
}
