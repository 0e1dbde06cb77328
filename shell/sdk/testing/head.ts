/** Whether a page says of itself what browsers, search engines and screen readers need. */
import type { Head } from '../contract.ts'

/** Longer ones are cut wherever they are shown; in characters. */
const LONGEST_TITLE = 200
const LONGEST_DESCRIPTION = 300

const isPath = (text: string): boolean => /^\/(?!\/)[^\s#]*$/.test(text)

/** One line a fault of the head that a server's render gave. */
export function headFaults(head: Head): string[] {
  const faults: string[] = []
  const expect = (holds: boolean, otherwise: string): void => {
    if (!holds) faults.push(otherwise)
  }
  const { title, description, canonical, robots, status = 200 } = head
  const isError = status >= 400
  expect(title.trim() !== '', 'has no title')
  expect([...title].length <= LONGEST_TITLE, `has a title of ${[...title].length} characters`)
  expect(description === undefined || description.trim() !== '', 'has an empty description')
  expect(
    [...(description ?? '')].length <= LONGEST_DESCRIPTION,
    `has a description of ${[...(description ?? '')].length} characters`,
  )
  expect(canonical === undefined || isPath(canonical), `has a canonical that is no path: ${canonical}`)
  expect(robots !== undefined || canonical !== undefined, 'is indexed without a canonical path')
  expect(!isError || robots !== undefined, `is indexed although it answers ${status}`)
  expect(head.waiting !== true, 'is still waiting when the server has rendered it')
  expect(head.moved === undefined || isPath(head.moved), `moved to what is no path: ${head.moved}`)
  for (const { href } of head.alternates ?? [])
    expect(isPath(href), `names an alternate that is no path: ${href}`)
  for (const object of head.jsonLd ?? []) expect('@context' in object, 'has JSON-LD without @context')
  for (const { name } of head.citation ?? [])
    expect(/^(citation_|DC\.)/.test(name), `has a citation tag of no vocabulary: ${name}`)
  return faults
}
