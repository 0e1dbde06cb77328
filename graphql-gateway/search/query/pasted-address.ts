/** The address of a record's page, as people paste it into the box. */

import { exportFormats, recordPath } from '@shuxiang/vocabulary'

const LONGEST_ADDRESS = 2_000

/** Behind the id: an exchange format, or marks of the sentence the address was copied from. */
const TAIL = new RegExp(
  `(?:\\.(?:${exportFormats.map(({ suffix }) => suffix).join('|')}))?[\\p{P}\\p{S}]*$`,
  'iu',
)
const ADDRESS = new RegExp(`^(?:https?://[^?#]*|[\\w.:/-]*)${recordPath}([^/?#]+)`, 'iu')

/**
 * The id of the record that a word is the address of (`https://…/item/<id>`, with or without scheme, host, query,
 * format and brackets around it), null for any other word.
 */
export function pastedRecord(word: string): string | null {
  if (word.length > LONGEST_ADDRESS) return null
  const address = word.normalize('NFKC').replace(/^[\p{Ps}\p{Pi}<'"]+/u, '')
  const [, part = ''] = ADDRESS.exec(address) ?? []
  const id = decoded(part).replace(TAIL, '')
  return id === '' ? null : id
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
