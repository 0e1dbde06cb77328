// A message as a reader sends it, checked and brought into the form in which it is kept.
import { badInput, shortLine } from '@shuxiang/subgraph-kit'
import type { FeedbackInput } from '../schema/types.generated.ts'
import { readParagraphs } from '../input/texts.ts'
import { longestContact, longestMessage, longestNote } from './bounds.ts'
import type { FeedbackDoc } from './documents.ts'

/** Errors of all: BAD_USER_INPUT with a sentence, and where a form can say more, a reason. */
export function readMessage({
  kind,
  text,
  contact,
  page,
}: FeedbackInput): Pick<FeedbackDoc, 'kind' | 'text' | 'contact' | 'page'> {
  const written = readParagraphs('text', text, longestMessage)
  if (written === '') throw badInput('text: write what it is about.', 'empty')
  return {
    kind,
    text: written,
    contact: shortLine('contact', contact ?? '', longestContact),
    page: pathOf(page),
  }
}

export const readNote = (note: string): string => shortLine('note', note, longestNote)

/** It only helps to find the page again: what is no path of ours is left out. */
function pathOf(page: string | null | undefined): string | null {
  return page && /^\/(?![/\\])[^\s\\?#]{0,300}$/.test(page) ? page : null
}
