// Ids that follow from the keys which a form draws once for something new.
import { isDrawnKey } from '@shuxiang/subgraph-kit'

/** `<library>:<key>` */
export function isItemId(id: string): boolean {
  const [library = '', key = '', ...more] = id.split(':')
  return more.length === 0 && /^[a-z0-9]{1,40}$/.test(library) && isDrawnKey(key)
}
