// A report as a reader sends it, checked and brought into the form in which it is kept.
import { badInput, oneLine } from '@shuxiang/subgraph-kit'
import { idPattern } from '@shuxiang/record'
import { isLineId } from '@shuxiang/vocabulary'
import type { CorrectionInput } from '../schema/types.generated.ts'
import { longestContact, longestReason, longestSource, longestWords } from './bounds.ts'

/** Chapters have numbers up to this. */
const mostParts = 100_000

export interface Report {
  readonly record: string
  readonly part: number | null
  readonly line: string
  readonly wrong: string
  readonly should: string
  readonly source: string
  readonly contact: string
}

/** Errors of all: BAD_USER_INPUT with a sentence, and where a form can say more, a reason. */
export function readReport(input: CorrectionInput): Report {
  const { record, line } = input
  const part = input.part ?? null
  if (!idPattern.test(record) || !isLineId(line) || (part !== null && (part < 1 || part > mostParts)))
    throw badInput('correction: there is no such line.', 'gone')
  const wrong = readShort('wrong', input.wrong, longestWords)
  if (wrong === '') throw badInput('wrong: write what is wrong.', 'empty')
  return {
    ...{ record, part, line, wrong },
    should: readShort('should', input.should ?? '', longestWords),
    source: readShort('source', input.source ?? '', longestSource),
    contact: readShort('contact', input.contact ?? '', longestContact),
  }
}

export const readReason = (reason: string): string => readShort('reason', reason, longestReason)

export function readKey(key: string): string {
  if (/^[A-Za-z0-9-]{8,64}$/.test(key)) return key
  throw badInput('key: give 8 to 64 letters, digits and hyphens that nothing else has, such as a UUID.')
}

/** Signs that turn the direction of what follows could show another text than is there. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

function readShort(argument: string, text: string, most: number): string {
  const line = text.length > 4 * most ? null : oneLine(text.replace(turning, ''))
  if (line === null || [...line].length > most)
    throw badInput(`${argument}: give a line of at most ${most} characters.`, 'long')
  return line
}
