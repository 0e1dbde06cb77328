// How a store is doing, in lines for people.
import type { StoreStatus } from '../index.ts'

/** The state and the limits of a store. */
export function describeStatus(status: StoreStatus, dataDir: string): string {
  const megabytes = Math.ceil(status.bytes / 1_000_000)
  const restarts = status.restarts > 0 ? `, started again ${status.restarts} times` : ''
  return [
    `Shuxiang embedded store of ${dataDir}: ${status.documents} documents in ${status.collections} collections, ${megabytes} MB`,
    `  process ${status.pid}, ${status.connections} connections, ${status.cursors} cursors${restarts}`,
    `  for one machine and up to about ${status.meantFor.toLocaleString('en')} records; not offered: ${status.notOffered.join(', ')}`,
    '  to move to a MongoDB replica set: npm run store -- copy --to mongodb://...',
  ].join('\n')
}
