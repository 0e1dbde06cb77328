// Ids of what a reader makes, from the reader and the key that the client made.
import { createHash } from 'node:crypto'

/** The same for one owner and key, and for nobody else's. */
export function ownId(owner: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([owner, key]))
    .digest('base64url')
    .slice(0, 24)
}

/** No client makes a key this short. */
export const shelfId = (owner: string): string => ownId(owner, 'shelf')
