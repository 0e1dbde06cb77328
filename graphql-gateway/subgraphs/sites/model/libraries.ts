// Libraries for demonstration: one for each division, named as such libraries are named.
import type { Division } from './divisions.ts'

export type LibraryLevel = 'NATIONAL' | 'PROVINCE' | 'CITY' | 'COUNTY'

/** A library. `id` is its code, so that it can stand in a host name. */
export interface LibraryContent {
  readonly id: string
  readonly name: string
  readonly level: LibraryLevel
  /** Division code; empty for the national library. */
  readonly regionId: string
  readonly demonstration: boolean
}

/** Code of the national library. */
export const nationalLibraryId = 'ndl'

const levels: Readonly<Record<number, LibraryLevel>> = { 2: 'PROVINCE', 4: 'CITY', 6: 'COUNTY' }
/** Provincial libraries that do not carry their province's name. */
const ownNames: Readonly<Record<string, string>> = { '11': '首都图书馆' }

/** The national library and one for every division; names are unique in the nation. */
export function demonstrationLibraries(divisions: readonly Division[]): readonly LibraryContent[] {
  const names = new Map(divisions.map((division) => [division.id, baseName(division, divisions)]))
  const times = new Map<string, number>()
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1)
  const byId = new Map(divisions.map((division) => [division.id, division]))
  const local = divisions.map((division): LibraryContent => {
    const name = names.get(division.id) ?? division.name
    const above = (times.get(name) ?? 0) > 1 ? (byId.get(division.parentId)?.name ?? '') : ''
    return {
      id: `n${division.id}`,
      name: `${above}${name}`,
      level: levels[division.id.length] ?? 'COUNTY',
      regionId: division.id,
      demonstration: true,
    }
  })
  return [
    { id: nationalLibraryId, name: '国家数字图书馆', level: 'NATIONAL', regionId: '', demonstration: true },
    ...local,
  ]
}

/** 浙江省 -> 浙江图书馆, 杭州市 -> 杭州图书馆, 余杭区 -> 余杭区图书馆; other kinds of division keep their whole name. */
function baseName({ id, name }: Division, divisions: readonly Division[]): string {
  const own = ownNames[id]
  if (own) return own
  if (id.length === 2) return `${name.replace(/[省市]$/, '')}图书馆`
  const short = name.replace(/市$/, '')
  // 吉林市 lies in 吉林省: its library keeps the word that tells the two apart.
  const taken = divisions.some(
    (other) => other.id.length === 2 && other.name.replace(/[省市]$/, '') === short,
  )
  return id.length === 4 && !taken && short.length > 1 ? `${short}图书馆` : `${name}图书馆`
}
