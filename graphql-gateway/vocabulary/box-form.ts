// The query of the search box as the fields of a form, and back: both say the same, in the language that the box reads.

/** Fields that a word of the box may be looked for in alone, by the name that is written; other names are read as well. */
export const boxFields = [
  { id: 'title', written: 'title', names: 'title ti 题名 标题 书名 篇名 题目 诗题' },
  { id: 'creator', written: 'author', names: 'author creator au 作者 著者 责任者 诗人' },
  { id: 'subject', written: 'subject', names: 'subject su keyword 主题 关键词' },
  { id: 'body', written: 'text', names: 'text body 正文 全文' },
  { id: 'identifier', written: 'isbn', names: 'isbn issn doi id 标识符 索书号 文号' },
] as const

/** Fields of the form; words in quotes stay together in each of them. */
export interface BoxForm {
  /** Words that must all be there, anywhere. */
  readonly any: string
  readonly title: string
  readonly creator: string
  readonly subject: string
  readonly body: string
  /** Words that stand so, one after the other. */
  readonly phrase: string
  /** Words of which one must be there. */
  readonly some: string
  /** Words of which none may be there. */
  readonly none: string
  /** What the form has no field for, as it was typed. */
  readonly rest: string
}

export const emptyBoxForm: BoxForm = {
  any: '',
  title: '',
  creator: '',
  subject: '',
  body: '',
  phrase: '',
  some: '',
  none: '',
  rest: '',
}

type Fielded = 'title' | 'creator' | 'subject' | 'body'
const fielded = boxFields.filter((field): field is (typeof boxFields)[number] & { readonly id: Fielded } =>
  ['title', 'creator', 'subject', 'body'].includes(field.id),
)

interface Piece {
  readonly text: string
  readonly quoted: boolean
}

/** Signs that close each other; those that close only their own kind are left to who reads the box. */
const QUOTES = /[“”＂]/g
const OTHER_QUOTES = /[„‟〝〞〟「」『』]/
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufeff]/gu
const hasLetters = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
const plain = (text: string): string =>
  text.toWellFormed().replace(INVISIBLE, '').replace(QUOTES, '"').replace(/\s+/g, ' ').trim()

function piecesOf(text: string): readonly Piece[] {
  return [...plain(text).matchAll(/"([^"]*)"?|[^\s"]+/g)].flatMap(([whole, inside]) => {
    const piece = { text: (inside ?? whole).trim(), quoted: inside !== undefined }
    return hasLetters(piece.text) ? [piece] : []
  })
}

/** A word that the box would read as a sign is written in quotes. */
function written({ text, quoted }: Piece): string {
  const isSign =
    /[()（）:：﹕]/.test(text) ||
    OTHER_QUOTES.test(text) ||
    /^[-－−﹣–]/.test(text) ||
    /^(?:AND|OR|NOT)$/.test(text.normalize('NFKC'))
  return quoted || isSign ? `"${text}"` : text
}

/** The query that the fields ask for; what has no letter is left out. */
export function writeBox(form: BoxForm): string {
  const words = (text: string, before = ''): string[] =>
    piecesOf(text).map((piece) => `${before}${written(piece)}`)
  const phrase = plain(form.phrase).replaceAll('"', ' ').replace(/\s+/g, ' ').trim()
  const some = words(form.some)
  const parts = [
    ...words(form.any),
    ...fielded.flatMap(({ id, written: name }) => words(form[id], `${name}:`)),
    ...(hasLetters(phrase) ? [`"${phrase}"`] : []),
    ...(some.length > 1 ? [`(${some.join(' OR ')})`] : some),
    ...words(form.none, '-'),
  ]
  const rest = form.rest.trim()
  if (rest === '') return parts.join(' ')
  const joins = /(?:^|[\s()])OR(?=[\s()]|$)/.test(rest)
  // Last, since a quote that is never closed runs to the end.
  return [...parts, joins && parts.length > 0 ? `(${rest})` : rest].join(' ')
}

type Token =
  | { readonly is: 'word'; readonly field: Fielded | 'any'; readonly not: boolean; readonly piece: Piece }
  | { readonly is: 'some'; readonly pieces: readonly Piece[] }

const names = new Map(fielded.flatMap(({ id, names: list }) => list.split(' ').map((name) => [name, id])))
const WORD = new RegExp(
  `(-?)(?:(${[...names.keys()].join('|')})[:：])?(?:"([^"]*)"|([^\\s"()（）]+))(?=\\s|$)`,
  'y',
)
const SOME = /\(((?:"[^"]*"|[^"()（）])*)\)(?=\s|$)/y

/** Null for what is not written as the form writes it. */
function tokensOf(query: string): readonly Token[] | null {
  const tokens: Token[] = []
  for (let at = 0; at < query.length; at += 1) {
    SOME.lastIndex = WORD.lastIndex = at
    const some = SOME.exec(query)
    const word = some ? null : WORD.exec(query)
    if (some) {
      const pieces = (some[1] ?? '').split(/\sOR\s/).map((one) => piecesOf(one))
      if (pieces.length < 2 || pieces.some(({ length }) => length !== 1)) return null
      tokens.push({ is: 'some', pieces: pieces.flat() })
      at = SOME.lastIndex
    } else if (word) {
      const [, minus = '', name = '', quote, bare = ''] = word
      const piece = { text: (quote ?? bare).trim(), quoted: quote !== undefined }
      // Not a word by itself: a sign, or a name that this form does not know.
      if (!hasLetters(piece.text) || (!piece.quoted && written(piece) !== piece.text)) return null
      tokens.push({ is: 'word', field: names.get(name) ?? 'any', not: minus !== '', piece })
      at = WORD.lastIndex
    } else return null
  }
  return tokens
}

/**
 * The fields that ask for a query. What they cannot say the same way (other brackets, another order) stands whole in
 * `rest`, so that a query is never changed by being looked at.
 */
export function readBox(query: string): BoxForm {
  const whole = { ...emptyBoxForm, rest: query.trim() }
  const tokens = OTHER_QUOTES.test(query) ? null : tokensOf(plain(query))
  if (tokens === null) return whole
  const words = (field: Fielded | 'any', not: boolean): string =>
    tokens
      .flatMap((token, i) =>
        token.is === 'word' && token.field === field && token.not === not && i !== phraseAt
          ? [written(token.piece)]
          : [],
      )
      .join(' ')
  const phraseAt = tokens.findIndex(
    (token, i) =>
      isPhrase(token) && tokens.slice(i + 1).every((later) => later.is === 'some' || later.not === true),
  )
  const phrase = tokens[phraseAt]
  const some = tokens.find((token) => token.is === 'some')
  const form: BoxForm = {
    any: words('any', false),
    title: words('title', false),
    creator: words('creator', false),
    subject: words('subject', false),
    body: words('body', false),
    phrase: phrase?.is === 'word' ? phrase.piece.text : '',
    some: some ? some.pieces.map(written).join(' ') : '',
    none: words('any', true),
    rest: '',
  }
  return writeBox(form) === tokens.map(canonical).join(' ') ? form : whole
}

const isPhrase = (token: Token): boolean =>
  token.is === 'word' && token.piece.quoted && token.field === 'any' && !token.not

function canonical(token: Token): string {
  if (token.is === 'some') return `(${token.pieces.map(written).join(' OR ')})`
  const name = fielded.find(({ id }) => id === token.field)?.written
  return `${token.not ? '-' : ''}${name === undefined ? '' : `${name}:`}${written(token.piece)}`
}
