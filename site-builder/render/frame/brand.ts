/** In whose name a page is: the portal's, or a library's. */
import { portalName, portalSeal } from '@shuxiang/vocabulary'
import type { Locale } from './messages.ts'

export interface Brand {
  readonly name: string
  /** BCP 47 of the name: a library may have none in the reader's language. */
  readonly language: string
  /** What stands in the seal: two characters. */
  readonly seal: string
  /** The picture that stands in its place. */
  readonly logo?: Logo | null
}

/** Where a picture lies on every host, and its size in pixels. */
export interface Logo {
  readonly url: string
  readonly width: number
  readonly height: number
}

export function portalBrand(locale: Locale): Brand {
  return { name: portalName[locale], language: locale, seal: portalSeal }
}
