// The portal's own name.
import { words } from './words.ts'

/** Name in running text and titles. */
export const portalName = words('网络书香', 'Shuxiang')
/** Name as publisher in references, where it must say what it is. */
export const portalPublisher = words('网络书香', 'Shuxiang Digital Library')
/** What stands in the seal. */
export const portalSeal = '书香'
