// The gate of a write: whether a record, what stands beside it and its kind fit together.
import {
  bounds,
  everywhere,
  fileContent,
  holdingContent,
  recordContent,
  textContent,
  witnessContent,
  type Kinds,
  type RecordInput,
} from '@shuxiang/record'
import { spanOfEdtf } from '@shuxiang/record/edtf'
import type { z } from 'zod'
import { RecordRefused } from './refused.ts'

/** What is wrong with an input, without writing it; null when it fits. */
export function checkRecord(kinds: Kinds, input: RecordInput): RecordRefused | null {
  const checked = checkedInput(kinds, input)
  return checked instanceof RecordRefused ? checked : null
}

/** The input as the schemas give it: fields that the model does not have are gone. */
export function checkedInput(kinds: Kinds, input: RecordInput): RecordInput | RecordRefused {
  const { id } = input.record
  try {
    const parsed = parse(recordContent, input.record, id)
    const record = { ...parsed, details: detailsOf(kinds, parsed) }
    const texts = list(textContent, input.texts, bounds.chapters, id, 'text')
    const files = list(fileContent, input.files, bounds.files, id, 'file')
    const holdings = list(holdingContent, input.holdings, bounds.holdings, id, 'holding')
    const witnesses = list(witnessContent, input.witnesses ?? [], bounds.witnesses, id, 'witness')
    const problem =
      dateProblem(record) ??
      textProblem({ record, texts }) ??
      fileProblem(files) ??
      holdingProblem(record.scopes, holdings) ??
      witnessProblem({ record, texts, witnesses })
    return problem === null
      ? { record, texts, files, holdings, ...(input.witnesses ? { witnesses } : {}) }
      : new RecordRefused(id, problem)
  } catch (error) {
    if (error instanceof RecordRefused) return error
    throw error
  }
}

function parse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw RecordRefused.of(what, parsed.error)
}

function list<T>(
  schema: z.ZodType<T>,
  values: readonly unknown[],
  most: number,
  id: string,
  what: string,
): T[] {
  if (values.length > most) throw new RecordRefused(id, `${values.length} ${what}s are more than ${most}`)
  return values.map((value, i) => parse(schema, value, `${id} ${what} ${i + 1}`))
}

function detailsOf(
  kinds: Kinds,
  { id, kind: name, details }: RecordInput['record'],
): RecordInput['record']['details'] {
  if (!kinds.has(name)) throw new RecordRefused(id, `kind: no package brings "${name}"`)
  const kind = kinds.of(name)
  const problem = kind.problem(details)
  if (problem !== null) throw new RecordRefused(id, problem)
  const read = { ...kind.read(details) }
  const bytes = Buffer.byteLength(JSON.stringify(read))
  if (bytes > bounds.details)
    throw new RecordRefused(id, `details: ${bytes} bytes are more than ${bounds.details}`)
  return read
}

function dateProblem({ dates }: RecordInput['record']): string | null {
  const wrong = dates.find(({ edtf }) => spanOfEdtf(edtf) === null)
  return wrong ? `dates: "${wrong.edtf}" is no date of EDTF level 0 or 1` : null
}

/** A chapter may stand in the contents without a text: it cannot be read here. A text without its place may not. */
function textProblem({ record: { contents }, texts }: Pick<RecordInput, 'record' | 'texts'>): string | null {
  const titles = new Map(contents.map(({ n, title }) => [n, title]))
  if (titles.size < contents.length) return 'contents: two chapters have one number'
  if (contents.some(({ n }, i) => n <= (contents[i - 1]?.n ?? 0)))
    return 'contents: chapters are not in their order'
  const twice = repeated(texts.map(({ n }) => n))
  if (twice !== undefined) return `texts: number ${twice} comes twice`
  for (const { n, title } of texts) {
    if (n === 0 && contents.length > 0) return 'texts: a work in chapters has no text 0'
    if (n === 0 && title !== null)
      return 'texts: the whole text has the title of the record and none of its own'
    if (n > 0 && title !== (titles.get(n) ?? null))
      return `texts: chapter ${n} is not what the contents call it`
    if (n > 0 && title === null) return `texts: chapter ${n} has no title`
  }
  return null
}

function fileProblem(files: RecordInput['files']): string | null {
  const twice = repeated(files.map(({ role, position }) => `${role} ${position}`))
  return twice === undefined ? null : `files: two are ${twice}`
}

function holdingProblem(own: readonly string[], holdings: RecordInput['holdings']): string | null {
  const twice = repeated(holdings.map(({ libraryId }) => libraryId))
  if (twice !== undefined) return `holdings: library ${twice} comes twice`
  const scopes = new Set([...own, ...holdings.flatMap(({ libraryId, regions }) => [libraryId, ...regions])])
  return !scopes.has(everywhere) && scopes.size > bounds.holdings
    ? `holdings: ${scopes.size} libraries and regions are more than ${bounds.holdings}; give the record the scope *`
    : null
}

/** What a witness is compared with must be here, and one id leads to one text. */
function witnessProblem({
  record: { id },
  texts,
  witnesses,
}: Pick<RecordInput, 'record' | 'texts'> & Required<Pick<RecordInput, 'witnesses'>>): string | null {
  if (witnesses.length === 0) return null
  if (!texts.some(({ n }) => n === 0)) return 'witnesses: a record without a whole text has none'
  const twice = repeated([id, ...witnesses.map((witness) => witness.id)])
  return twice === undefined ? null : `witnesses: ${twice} comes twice`
}

/** The first value that comes again. */
function repeated<T>(values: readonly T[]): T | undefined {
  const had = new Set<T>()
  return values.find((value) => had.size === had.add(value).size)
}
