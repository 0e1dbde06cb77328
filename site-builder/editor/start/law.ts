/** What the law still asks of a site: what the last publication found, and what is filled in by now. Pure. */
import { internetServices12, publicLibraryLaw38, publicLibraryLaw42 } from '@shuxiang/site-checks/law'
import type { Words } from '@shuxiang/vocabulary'
import type { PublicationsData } from '../operations.generated.ts'
import { editorAt } from '../site/address.ts'
import { startAt } from './steps.ts'

export type Finding = NonNullable<PublicationsData['publications']>[number]['findings'][number]

/** What a beginning asks for, and the law with it. */
export const duties = ['hours', 'contact', 'complaints', 'lending', 'filings'] as const
export type Duty = (typeof duties)[number]

/** What is filled in by now; null: nobody here may know. */
export type Told = Readonly<Record<Duty, boolean | null>>

const ofDuty: Readonly<Record<Duty, { readonly rule: string; readonly article: Words }>> = {
  hours: { rule: 'opening-hours', article: publicLibraryLaw38 },
  contact: { rule: 'contact', article: publicLibraryLaw38 },
  complaints: { rule: 'complaints', article: publicLibraryLaw42 },
  lending: { rule: 'lending-rules', article: publicLibraryLaw38 },
  filings: { rule: 'filing-number', article: internetServices12 },
}
const articles: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(Object.values(ofDuty).map(({ rule, article }) => [rule, article])),
  'closure-notice': publicLibraryLaw38,
}

export interface DutyLine {
  readonly duty: Duty
  readonly done: boolean
  readonly article: Words
  /** Where it is filled in. */
  readonly to: string
}

export interface FindingLine {
  readonly finding: Finding
  readonly article: Words | null
  readonly to: string
}

function placeOf(duty: Duty, library: string): string {
  if (duty === 'hours') return startAt(library, 'hours')
  if (duty === 'filings') return startAt(library, 'filings')
  if (duty === 'lending') return `/console/visiting?library=${library}&part=rules`
  return startAt(library, 'contact')
}

/** What is to be filled in, what is missing first. */
export function dutiesOf(told: Told, library: string): readonly DutyLine[] {
  return duties
    .filter((duty) => told[duty] !== null)
    .map((duty) => ({
      duty,
      done: told[duty] === true,
      article: ofDuty[duty].article,
      to: placeOf(duty, library),
    }))
    .sort((one, other) => Number(one.done) - Number(other.done))
}

/**
 * What the last publication found beside that, what keeps the site back first. A finding about something that is to be filled
 * in is told by its line, unless its page lacks the block for it.
 */
export function findingsLeft(findings: readonly Finding[], library: string): readonly FindingLine[] {
  const rules = duties.map((duty) => ofDuty[duty].rule)
  return (
    findings
      // The name in another language is asked for two steps before, and stands there by now.
      .filter(({ rule, page }) => !(rule === 'languages' && page === null))
      .filter(({ rule, blocking }) => blocking || !rules.includes(rule))
      .map((finding) => ({
        finding,
        article: articles[finding.rule] ?? null,
        to: editorAt(library, finding.page ?? '/', finding.block, finding.field),
      }))
      .sort((one, other) => Number(other.finding.blocking) - Number(one.finding.blocking))
  )
}
