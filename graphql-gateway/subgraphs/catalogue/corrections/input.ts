// A report as a reader sends it, checked and brought into the form in which it is kept.
import { badInput, shortLine } from '@shuxiang/subgraph-kit'
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

/** Signs that turn the direction of what follows could show another text than is there. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** Of a text that is longer in any case nothing is taken out. */
function readShort(argument: string, text: string, most: number): string {
  return shortLine(argument, text.length > 4 * most ? text : text.replace(turning, ''), most)
}
