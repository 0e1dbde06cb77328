// Who has what, made up to show the portal at work: the same for the same record every time, and marked as such.
import type { HoldingContent } from '@shuxiang/record'
import { stableNumber } from './ids.ts'

/** A library as the holdings name it. `level` decides how much it has. */
export interface HoldingLibrary {
  readonly id: string
  readonly name: string
  readonly level: string
  /** Code of the division that it serves, 2, 4 or 6 digits; empty for the whole nation. */
  readonly regionId: string
}

/** The national library has everything online; large libraries have more of the rest than small ones. */
export function demonstrationHoldings(
  libraries: readonly HoldingLibrary[],
): (id: string, kind: string) => HoldingContent[] {
  const national = libraries.filter(({ level }) => level === 'NATIONAL')
  const large = libraries.filter(({ level }) => level === 'PROVINCE' || level === 'CITY')
  const small = libraries.filter(({ level }) => level === 'COUNTY')
  const held = (library: HoldingLibrary, access: HoldingContent['access']): HoldingContent => ({
    libraryId: library.id,
    libraryName: library.name,
    regions: regionsOf(library.regionId),
    access,
    demonstration: true,
  })
  return (id, kind) => {
    const many = kind === 'book' ? 40 : 4
    const chosen = new Map<string, HoldingLibrary>()
    const wanted = stableNumber(`holdings ${id}`) % many
    for (let i = 0; i < wanted; i++) {
      const number = stableNumber(`holding ${i} ${id}`)
      const from = number % 3 > 0 ? large : small
      const library = from[Math.floor(number / 3) % Math.max(from.length, 1)]
      if (library) chosen.set(library.id, library)
    }
    return [
      ...national.map((library) => held(library, 'online')),
      ...[...chosen.values()].map((library) => held(library, 'shelf')),
    ]
  }
}

/** A division and those above it as scopes: 330106 -> r330106, r3301, r33. */
function regionsOf(code: string): string[] {
  return [6, 4, 2].filter((length) => length <= code.length).map((length) => `r${code.slice(0, length)}`)
}
