// A title as far as it tells poems apart.
import { simplified } from '../simplified.ts'

/** Its letters in simplified characters, without marks and gaps. */
export function lettersOfTitle(title: string): string {
  return simplified(title).replace(/[^\p{L}\p{N}]/gu, '')
}
