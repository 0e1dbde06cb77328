/** A text cut for pinyin: a Han character with its sound, and the marks that must not leave it at the end of a line. */

export interface Cell {
  /** Marks that open before it: 《, 「. */
  readonly head: string
  /** The character; empty where marks or letters stand by themselves. */
  readonly base: string
  /** Hanyu pinyin; empty when it is not known. */
  readonly sound: string
  /** Several readings are possible and nothing decides. */
  readonly unsure: boolean
  /** Marks that close after it, letters and spaces. */
  readonly tail: string
}

const HAN = /\p{Script=Han}/u
const OPENS = /[「『《〈“‘（〔【〖([［]/u
/** A clause ends here: the next cell may begin a line. */
const ENDS = /[，。！？；：]/u

/** Cells of a text by its readings, as the graph gives them (`Paragraph.pinyin`), gathered in clauses. */
export function clausesOf(text: string, pinyin: string): readonly (readonly Cell[])[] {
  const sounds = pinyin.split(' ')[Symbol.iterator]()
  const clauses: Cell[][] = [[]]
  let head = ''
  for (const char of text) {
    const clause = clauses.at(-1) ?? []
    const last = clause.at(-1)
    if (HAN.test(char)) {
      const next = last && ENDS.test(last.tail) ? [] : clause
      if (next !== clause) clauses.push(next)
      next.push({ head, base: char, ...soundOf(sounds.next().value ?? '-'), tail: '' })
      head = ''
    } else if (OPENS.test(char) || last === undefined || head !== '') head += char
    else clause[clause.length - 1] = { ...last, tail: last.tail + char }
  }
  const rest = { head: '', base: '', sound: '', unsure: false, tail: head }
  if (head !== '') clauses.at(-1)?.push(rest)
  return clauses.filter((clause) => clause.length > 0)
}

function soundOf(syllable: string): Pick<Cell, 'sound' | 'unsure'> {
  return { sound: syllable.replace(/[?-]/g, ''), unsure: syllable.endsWith('?') }
}

/** Adds the characters of a text whose reading nothing decides to those of other texts. */
export function addUnsure(text: string, pinyin: string, found: Set<string>): void {
  if (!pinyin.includes('?')) return
  const sounds = pinyin.split(' ')
  let n = 0
  for (const char of text) if (HAN.test(char) && sounds[n++]?.endsWith('?')) found.add(char)
}
