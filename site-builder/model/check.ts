/** The boundary of the model: any value in, a page document or readable faults out. */
import type { z } from 'zod'
import { jsonFault } from './json.ts'
import { op } from './op.ts'
import type { Op } from './op.ts'
import { bounds, pageDoc } from './page.ts'
import type { PageDoc } from './page.ts'
import { blockOf, childrenOf } from './tree.ts'

/** One thing that is wrong: where, as a path, and what. */
export interface Fault {
  readonly path: string
  readonly message: string
}

export type Parsed<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly faults: readonly Fault[] }

/** Bytes of JSON text that are looked at; a longer page is refused unread. */
export const longestPage = 1_000_000

const many = 20

/** Faults of a failed parse, at most twenty, with paths such as `blocks.shelf1.fields.title`. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues
    .slice(0, many)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }))
}

/** Faults of the tree: every block stands in exactly one place, nothing is missing, nothing stands inside itself. */
export function treeFaults(doc: PageDoc): Fault[] {
  const faults: Fault[] = []
  const count = Object.keys(doc.blocks).length
  if (count > bounds.blocks)
    return [{ path: 'blocks', message: `has ${count} blocks; at most ${bounds.blocks} fit on a page` }]
  const seen = new Set<string>()
  const open = doc.root.map((id, n) => ({ id, path: `root.${n}`, depth: 1 }))
  for (let next = open.pop(); next && faults.length < many; next = open.pop()) {
    const holder = blockOf(doc, next.id)
    if (!holder) {
      faults.push({ path: next.path, message: `names the block ${next.id}, which is not there` })
      continue
    }
    if (seen.has(next.id)) {
      faults.push({ path: next.path, message: `names the block ${next.id}, which stands elsewhere already` })
      continue
    }
    seen.add(next.id)
    if (next.depth > bounds.depth) {
      faults.push({ path: next.path, message: `stands deeper than ${bounds.depth} levels` })
      continue
    }
    const { id, depth } = next
    childrenOf(holder).forEach((child) =>
      open.push({ id: child, path: `blocks.${id}.slots`, depth: depth + 1 }),
    )
  }
  if (faults.length === 0)
    for (const id of Object.keys(doc.blocks))
      if (!seen.has(id)) faults.push({ path: `blocks.${id}`, message: 'stands nowhere on the page' })
  return faults.slice(0, many)
}

function unbounded(value: unknown): Fault | null {
  const fault = jsonFault(value)
  if (fault === null) return null
  const at = fault.indexOf(': ')
  return { path: fault.slice(0, at), message: fault.slice(at + 2) }
}

/** A page document from a value of unknown origin. Fields of blocks are checked by the blocks themselves. */
export function parsePage(value: unknown): Parsed<PageDoc> {
  const fault = unbounded(value)
  if (fault) return { ok: false, faults: [fault] }
  const parsed = pageDoc.safeParse(value)
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error) }
  const faults = treeFaults(parsed.data)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: parsed.data }
}

/** An edit from a value of unknown origin. Whether it fits a document is told by `apply`. */
export function parseOp(value: unknown): Parsed<Op> {
  const fault = unbounded(value)
  if (fault) return { ok: false, faults: [fault] }
  const parsed = op.safeParse(value)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, faults: faultsOf(parsed.error) }
}

/** A page document from JSON text of unknown origin. */
export function parsePageText(text: string): Parsed<PageDoc> {
  if (text.length > longestPage)
    return { ok: false, faults: [{ path: '', message: `is longer than ${longestPage} characters` }] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, faults: [{ path: '', message: 'is no JSON' }] }
  }
  return parsePage(value)
}
