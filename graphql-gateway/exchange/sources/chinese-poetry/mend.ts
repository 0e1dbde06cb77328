// Raw data of the package set right: what is no part of a title or of a verse is taken out or marked, and told by kind.
import { bounds } from '@shuxiang/record'
import { cleanLine, paragraphs, type Paragraph, type SpelledOut } from './text.ts'

/** What was done to a record; an import counts them. */
export type Mending =
  | 'title: stray quotation mark taken out'
  | 'title: punctuation at the end taken out'
  | 'title: said twice, said once'
  | 'title: only missing characters, named by its first words'
  | 'title: editor’s note moved to the notes'
  | 'chapter: other titles moved to a note'
  | 'text: editor’s note among the verses moved to the notes'
  | 'work: given again, made one record'
  | 'work: under several authors, one of them named first'

export interface MendedTitle {
  /** Empty when nothing of it is a title. */
  readonly title: string
  readonly notes: readonly string[]
  readonly mendings: readonly Mending[]
}

/** Words by which an editor speaks. */
const editorial =
  /一作|原作|题作|題作|[當当]作|原卷|作[「“]|[原题題校自]注|按[《：]|[见見]《|〖|云[：「]|《全唐[詩诗]/u

/** A title without what an editor wrote into it. */
export function mendTitle(printed: string): MendedTitle {
  const mendings: Mending[] = []
  const notes: string[] = []
  let title = printed
  const change = (mending: Mending, to: string): void => {
    if (to === title) return
    mendings.push(mending)
    title = to
  }
  const withoutNotes = title.replace(/[（(][^（()）]*(?:[）)]|$)/gu, (note) => {
    if (!editorial.test(note) && !(note.length > 20)) return note
    notes.push(note)
    return ''
  })
  change('title: editor’s note moved to the notes', withoutNotes.replace(/〖[^〗]*〗?/gu, ''))
  change('title: stray quotation mark taken out', withoutStrayQuotes(title))
  change('title: punctuation at the end taken out', title.replace(/[，。；、,;]+(?=\s|$)/gu, ''))
  change('title: said twice, said once', saidOnce(title))
  if (/[□○]/u.test(title) && !/[^□○\s·]/u.test(title))
    change('title: only missing characters, named by its first words', '')
  return { title: title.trim(), notes, mendings }
}

/**
 * A chosen piece and the names other books know it by, `送別 / 山中送別`. A single other name that only goes on
 * (`雜詩` and `雜詩三首·其二`) is the fuller title; the rest are told in a note.
 */
export function chapterTitle(
  printed: string,
  others: string | null | undefined,
): { readonly title: string; readonly others: readonly string[] } {
  const names = others?.split('/').flatMap((name) => name.trim() || []) ?? []
  const [only] = names
  const title = names.length === 1 && only?.startsWith(printed) ? only : printed
  return { title, others: names.filter((name) => name !== title) }
}

/** `山中送別·送別` and `太和 太和` say one thing twice. */
export function saidOnce(title: string): string {
  return title.replace(/^(.{2,})[·・ ](.{2,})$/u, (whole, first: string, second: string) =>
    first.endsWith(second) ? first : whole,
  )
}

function withoutStrayQuotes(title: string): string {
  const count = (mark: string): number => title.split(mark).length - 1
  return [...'“”「」『』'].some((mark) => title.includes(mark)) &&
    (count('“') !== count('”') || count('「') !== count('」') || count('『') !== count('』'))
    ? title.replace(/[“”「」『』]/gu, '')
    : title
}

/** Verses in order, each followed by the notes that stood in it. */
export function mendVerses(
  lines: readonly string[],
  spelled: SpelledOut,
): { readonly text: readonly Paragraph[]; readonly mendings: readonly Mending[] } {
  const text: Paragraph[] = []
  let mended = false
  let open = ''
  for (const line of lines) {
    const whole = open + line
    const begun = whole.lastIndexOf('（')
    // A note that runs over several lines of the package is one note.
    const runsOn =
      begun >= 0 && whole.indexOf('）', begun) < 0 && (open !== '' || editorial.test(whole.slice(begun)))
    if (runsOn) {
      open = whole.length < bounds.paragraph / 2 ? whole : ''
      if (open !== '') continue
    } else open = ''
    const notes: string[] = []
    const verse = whole.replace(/[（(][^（()）]*(?:[）)]|$)/gu, (note, at: number) => {
      if (!editorial.test(note)) return note
      // What the note is about stands before it; at the beginning of a sentence nothing does.
      const about = whole.slice(0, at).match(/[^，。？！；：、（(）)\s]{1,4}$/u)?.[0] ?? ''
      notes.push(`${about}${note}`)
      return ''
    })
    mended ||= notes.length > 0
    text.push(...paragraphs([verse], 'verse', spelled).filter((one) => /[\p{L}\p{N}□○]/u.test(one.text)))
    text.push(...paragraphs(notes, 'note', spelled))
  }
  if (open !== '') {
    mended = true
    const at = open.indexOf('（')
    text.push(
      ...paragraphs([open.slice(0, at)], 'verse', spelled),
      ...paragraphs([open.slice(at)], 'note', spelled),
    )
  }
  return {
    text: text.slice(0, bounds.paragraphs),
    mendings: mended ? ['text: editor’s note among the verses moved to the notes'] : [],
  }
}

/** Notes of a title as paragraphs before the text. */
export function titleNotes(notes: readonly string[], spelled: SpelledOut): readonly Paragraph[] {
  return notes.map((note) => ({ text: cleanLine(note, spelled, bounds.paragraph), kind: 'note' as const }))
}
