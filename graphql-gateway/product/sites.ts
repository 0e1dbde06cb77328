// Branch sites that are served, for who reads them without the graph.
import type { Db } from 'mongodb'
import type { LibraryName } from './libraries.ts'

/** Libraries with a site, in the order of their codes. */
export async function liveSites(db: Db): Promise<readonly LibraryName[]> {
  const sites = await db
    .collection<{ _id: string; state: string; names: Readonly<Record<string, string>> }>('sites')
    .find({ state: 'live' }, { projection: { names: 1 } })
    .sort({ _id: 1 })
    .toArray()
  return sites.map(({ _id, names }) => ({
    code: _id,
    name: names['zh-CN'] ?? Object.values(names)[0] ?? _id,
  }))
}
