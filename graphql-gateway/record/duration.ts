// Durations in the forms of exchange formats.

/** ISO 8601: PT1H2M3S. */
export function isoDuration(seconds: number): string {
  const [hours, minutes, rest] = clock(seconds)
  const parts = [hours > 0 ? `${hours}H` : '', minutes > 0 ? `${minutes}M` : '', rest > 0 ? `${rest}S` : '']
  return `PT${parts.join('') || '0S'}`
}

/** Field 306 of MARC: six digits, hours from 00 to 99. Source: https://www.loc.gov/marc/bibliographic/bd306.html */
export function marcDuration(seconds: number): string {
  const [hours, minutes, rest] = clock(seconds)
  return [Math.min(hours, 99), minutes, rest].map((part) => String(part).padStart(2, '0')).join('')
}

function clock(seconds: number): readonly [hours: number, minutes: number, seconds: number] {
  return [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60]
}
