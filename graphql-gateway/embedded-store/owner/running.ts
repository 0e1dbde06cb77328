// Finds the store that runs in a data folder; for commands that must not start one.
import { join } from 'node:path'
import { openStore, type Store } from '../index.ts'
import { isAlive, readOwner } from './lock.ts'
import { prepareFolders } from './paths.ts'

/** The running store. Throws when none runs. */
export async function runningStore(dataDir: string): Promise<Store> {
  const { folder } = await prepareFolders(dataDir)
  const owner = await readOwner(join(folder, 'owner.json'))
  if (!owner || !(await isAlive(owner)))
    throw new Error(
      `no store runs in ${dataDir}: start the product, or "npm run store -- serve --data ${dataDir}"`,
    )
  return openStore({ dataDir })
}
