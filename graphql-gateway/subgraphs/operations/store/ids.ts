// Ids of memberships and proposals, from what they are about: two who write one at the same moment write one document.
import { createHash } from 'node:crypto'

export function idOf(...about: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 24)
}
