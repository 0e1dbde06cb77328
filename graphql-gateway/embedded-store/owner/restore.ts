// Puts a backup in place of a store's data, after proving that it can be read.
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flush, readBackup } from '../keyspace/backup-file.ts'
import { Catalogue } from '../keyspace/catalogue.ts'
import { openKeyspace } from '../keyspace/keyspace.ts'
import { isLock, takeLock } from './lock.ts'
import { prepareFolders } from './paths.ts'

/**
 * Restores a backup file. The store must not be running.
 * Answers the path where the earlier data is kept, or null when there was none.
 */
export async function restore(dataDir: string, file: string): Promise<string | null> {
  const paths = await prepareFolders(dataDir)
  const lock = await takeLock(paths.folder, process.pid)
  if (!isLock(lock))
    throw new Error(`process ${lock.pid} runs the store of ${dataDir}: stop it, then restore`)
  const draft = `${paths.data}.restoring`
  try {
    await readBackup(file, draft)
    await check(draft, file)
    const kept = existsSync(paths.data) ? `${paths.data}.before-${lock.owner.token}` : null
    if (kept) await rename(paths.data, kept)
    await rm(`${paths.data}-lock`, { force: true })
    await rename(draft, paths.data)
    await flush(dirname(paths.data))
    return kept
  } finally {
    await rm(draft, { force: true })
    await rm(`${draft}-lock`, { force: true })
    await lock.release()
  }
}

async function check(draft: string, file: string): Promise<void> {
  try {
    const keyspace = openKeyspace(draft)
    try {
      new Catalogue(
        keyspace,
        () => () => true,
        () => new Uint8Array(16),
      )
    } finally {
      await keyspace.close()
    }
  } catch (error) {
    throw new Error(
      `${file} is not a backup of this store: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
