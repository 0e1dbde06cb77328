/** A site to practise on, as the device keeps it: no store has it, and no reader ever sees it. Pure. */
import { pageTexts } from '@shuxiang/site-blocks'
import { outdatedAfter, parsePage, type Outdated, type PageDoc } from '@shuxiang/site-model'
import type { TemplateSite } from '@shuxiang/site-templates'
import type { SiteToEdit } from '../desk/site-context.ts'

/** Code by which it is addressed; no library has it. */
export const practiceCode = 'practice'
/** Milliseconds after which it begins anew by itself. */
export const practiceLasts = 7 * 24 * 60 * 60 * 1000
export const mostPracticePages = 30
/** Revisions of a page that can be gone back to. */
const mostRevisions = 8
/** Ids of edits that are known again when they come twice. */
const mostDone = 200

export interface PracticeRevision {
  readonly rev: number
  readonly at: string
  readonly why: 'BEGIN' | 'AUTOSAVE' | 'RESTORE'
  readonly doc: PageDoc
}

export interface PracticePage {
  readonly id: string
  readonly path: string
  readonly doc: PageDoc
  readonly rev: number
  /** Of what would be live; null: never published. */
  readonly liveRev: number | null
  readonly changedAt: string
  readonly revisions: readonly PracticeRevision[]
  readonly done: readonly string[]
  /** Translations whose source was changed since. */
  readonly outdated?: readonly Outdated[]
}

export interface PracticeState {
  /** Milliseconds. */
  readonly began: number
  /** Library as which the site is made. */
  readonly library: string
  readonly settings: Pick<
    SiteToEdit,
    'rev' | 'names' | 'seal' | 'theme' | 'menu' | 'languages' | 'filings' | 'reviewSteps'
  >
  /** Names of the themes that it may have. */
  readonly themes: readonly string[]
  readonly pages: readonly PracticePage[]
  readonly removed: readonly (PracticePage & { readonly removedAt: string })[]
}

const texts = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([language, text]) => ({ language, text }))

/** As the template gives it to the library. `turn`: another one each time, so that nothing of the last time is taken up. */
export function beginPractice(
  library: string,
  { names, seal, theme, menu, pages }: TemplateSite,
  { now, turn, themes }: { readonly now: number; readonly turn: string; readonly themes: readonly string[] },
): PracticeState {
  const at = new Date(now).toISOString()
  return {
    began: now,
    library,
    themes: [...new Set([theme, ...themes])],
    settings: {
      ...{ rev: 0, names: texts(names), seal, logo: null, theme, reviewSteps: 1 },
      menu: menu.map(({ path, words }) => ({ path, words: texts(words) })),
      languages: ['zh-CN', 'en'],
      filings: { icp: '', publicSecurity: '' },
    },
    pages: [...pages].map(([path, doc], n) => pageOf(`${practiceCode}:${turn}-${n}`, path, doc, at)),
    removed: [],
  }
}

export function pageOf(
  id: string,
  path: string,
  doc: PageDoc,
  at: string,
  liveRev: number | null = 1,
): PracticePage {
  return {
    ...{ id, path, doc, rev: 1, liveRev, changedAt: at, done: [] },
    revisions: [{ rev: 1, at, why: 'BEGIN', doc }],
  }
}

/** The page as it was changed. */
export function changed(
  page: PracticePage,
  doc: PageDoc,
  at: string,
  {
    why = 'AUTOSAVE',
    done = [],
    source = 'zh-CN',
  }: {
    readonly why?: PracticeRevision['why']
    readonly done?: readonly string[]
    /** The site's own language. */
    readonly source?: string | undefined
  } = {},
): PracticePage {
  const rev = page.rev + 1
  const after = pageTexts(doc)
  return {
    ...page,
    ...{ doc, rev, changedAt: at },
    revisions: [...page.revisions, { rev, at, why, doc }].slice(-mostRevisions),
    done: [...page.done, ...done].slice(-mostDone),
    outdated: outdatedAfter(page.outdated ?? [], {
      before: pageTexts(page.doc),
      after,
      seen: after,
      source,
      rev,
    }),
  }
}

export const withPage = (state: PracticeState, page: PracticePage): PracticeState => ({
  ...state,
  pages: state.pages.map((one) => (one.id === page.id ? page : one)),
})

export const isOver = ({ began }: PracticeState, now: number): boolean => now - began >= practiceLasts

/** As if it had been published: what is on each page is what readers would have. */
export const published = (state: PracticeState): PracticeState => ({
  ...state,
  pages: state.pages.map((page) => ({ ...page, liveRev: page.rev })),
})

/** What a device kept, if it is whole; each page is checked as one of unknown origin. */
export function readPractice(text: string | null): PracticeState | null {
  if (text === null) return null
  try {
    const state: PracticeState = JSON.parse(text)
    const whole =
      Number.isFinite(state.began) &&
      typeof state.library === 'string' &&
      typeof state.settings.theme === 'string' &&
      Array.isArray(state.themes) &&
      [...state.pages, ...state.removed].every(
        ({ id, path, doc, rev, revisions, done }) =>
          typeof id === 'string' &&
          typeof path === 'string' &&
          Number.isInteger(rev) &&
          Array.isArray(done) &&
          [doc, ...revisions.map((one) => one.doc)].every((one) => parsePage(one).ok),
      )
    return whole ? state : null
  } catch {
    return null
  }
}
