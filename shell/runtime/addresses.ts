/** Which part of the portal an address belongs to. */
import { languageOf } from '@shuxiang/sdk/language'
import type { MicrofrontendSettings, PageSettings } from './page-settings.ts'

/** Path of an address that may have a query and a fragment. */
export function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, '')
}

/** True when a path has the form of a pattern such as `/item/:id`; the server's rule is the same. */
export function matchesPattern(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return false
  return wanted.every((segment, i) => (segment.startsWith(':') ? given[i] !== '' : segment === given[i]))
}

/** The microfrontend whose pages hold a path; files beside a page (`/item/1.bib`) are the server's. */
export function ownerOf(settings: PageSettings, address: string): MicrofrontendSettings | null {
  const path = pathOf(address)
  if (/\.(bib|ris|jsonld|xml)$/.test(path)) return null
  return settings.microfrontends.find(({ pages }) => pages.some((page) => matchesPattern(page, path))) ?? null
}

/** True when the path's content is a fragment made by the server. */
export function isDocument(settings: PageSettings, address: string): boolean {
  return settings.documents.includes(pathOf(address))
}

/** True when the runtime can go there without loading a page. An address in another language is another page. */
export function isInside(settings: PageSettings, address: string): boolean {
  const language = languageOf(new URL(address, settings.origin))
  if (language !== null && language !== settings.locale) return false
  return isDocument(settings, address) || ownerOf(settings, address) !== null
}
