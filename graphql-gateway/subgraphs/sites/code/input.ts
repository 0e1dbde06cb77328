// A wish for code as somebody sends it, checked. Errors of all: BAD_USER_INPUT with a sentence and a reason.
import { createHash } from 'node:crypto'
import { badInput, oneLine } from '@shuxiang/subgraph-kit'
import { leastHeight, longestReason, longestTitle, longestWhy, mostBytes, mostHeight } from './bounds.ts'
import type { CodeDoc } from './documents.ts'

/**
 * Control characters, what changes the direction of a text or has no width, and blanks that are letters of a language or
 * variants of what stands before: who reads the code would not see them.
 */
const unseen =
  /[\p{Default_Ignorable_Code_Point}\u2800\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u{e0000}-\u{e007f}\ufeff\ufff9-\ufffb]/u

interface Wish {
  readonly title: string
  readonly html: string
  readonly height: number
  readonly why: string
}

export function readWish({
  title,
  html,
  height,
  why,
}: Wish): Pick<CodeDoc, 'title' | 'html' | 'bytes' | 'sha256' | 'height' | 'why'> {
  const bytes = Buffer.byteLength(html)
  if (html.trim() === '' || bytes > mostBytes || !html.isWellFormed())
    throw badInput(`html: give code of at most ${mostBytes} bytes.`, 'html')
  if (unseen.test(html))
    throw badInput(
      'html: it has characters that nobody sees. Take them out, or write them as numbers such as &#x200d;.',
      'unseen',
    )
  if (height < leastHeight || height > mostHeight)
    throw badInput(`height: give ${leastHeight} to ${mostHeight} pixels.`, 'height')
  return {
    ...{ title: readLine('title', title, longestTitle), html, bytes, sha256: hashOf(html), height },
    why: readLine('why', why, longestWhy),
  }
}

export const readReason = (reason: string): string => readLine('reason', reason, longestReason)

function readLine(name: string, text: string, longest: number): string {
  const line = text.length > 4 * longest ? null : oneLine(text)
  if (line === null || line === '' || [...line].length > longest)
    throw badInput(`${name}: give 1 to ${longest} characters.`, name)
  return line
}

const hashOf = (html: string): string => createHash('sha256').update(html).digest('hex')
