// Documents of pages: read from the store, checked before they are stored.
import { canonicalJson, lockedTouched, parsePage, parsePageText, type PageDoc } from '@shuxiang/site-model'
import { badInput } from '@shuxiang/subgraph-kit'
import { longestDocument } from './bounds.ts'
import type { PageRules } from './ports.ts'
import type { SiteScope } from './scope.ts'

/** A stored document as the blocks are now. Errors: `Error` for one that is none; what is stored was checked. */
export function storedDocument(text: string, rules: PageRules): PageDoc {
  const parsed = parsePageText(text)
  if (!parsed.ok)
    throw new Error(`A stored page is no document: ${parsed.faults[0]?.path} ${parsed.faults[0]?.message}.`)
  return rules.migrate(parsed.value)
}

/**
 * The text to be stored. Errors: BAD_USER_INPUT for a document that is too long, is no page, has blocks that cannot be drawn, or
 * changes what the nation has locked.
 */
export function checkedText(
  scope: SiteScope<'page.draft'>,
  rules: PageRules,
  before: PageDoc | null,
  after: PageDoc,
): string {
  const text = fittingText(rules, before, after)
  const locked = before && !scope.national ? lockedTouched(before, after) : []
  if (locked.length > 0)
    throw badInput(`The block ${locked[0]} was given by the nation and cannot be changed here.`, 'locked')
  return text
}

/** As `checkedText`, for what may change locked blocks. */
export function fittingText(rules: PageRules, before: PageDoc | null, after: PageDoc): string {
  const parsed = parsePage(after)
  if (!parsed.ok) throw badInput(`The page is no page then: ${faultOf(parsed.faults[0])}.`, 'faults')
  const fault = rules.faults(before, after)[0]
  if (fault) throw badInput(`The page does not take this: ${fault.path}: ${fault.words.en}`, 'faults')
  const text = canonicalJson(after)
  if (text.length > longestDocument)
    throw badInput(`The page is longer than ${longestDocument} characters; make two of it.`, 'too-long')
  return text
}

const faultOf = (fault: { readonly path: string; readonly message: string } | undefined): string =>
  fault ? `${fault.path} ${fault.message}` : 'it cannot be read'
