// What a column holds, guessed by its heading and by what stands below it.

/**
 * `skip`: nothing of it is read. The number of an identity card, telephone and e-mail are known by their headings and
 * skipped: the registry has no place for them, and what is not kept cannot be lost.
 */
export const columnFields = ['card', 'holder', 'birth', 'valid-until', 'skip'] as const
export type ColumnField = (typeof columnFields)[number]

/** In this order: 读者姓名 is a name, 读者证号 a card, 身份证号 neither. */
const headings: readonly (readonly [ColumnField, RegExp])[] = [
  [
    'skip',
    /身份证|证件|护照|电话|手机|联系|邮箱|邮件|地址|密码|e-?mail|phone|mobile|address|passw|id ?number|identity/i,
  ],
  ['valid-until', /有效|到期|失效|截止|终止|过期|valid|expir|until/i],
  ['birth', /出生|生日|年龄|birth|\bdob\b|\bage\b/i],
  [
    'card',
    /读者证|借书证|借阅证|图书证|卡号|证号|条码|读者号|读者编号|读者账号|\bcard\b|barcode|(patron|borrower|reader) ?(no|num|id|code)/i,
  ],
  ['holder', /姓名|名字|读者名|持证人|name|holder/i],
]

/** One field for each heading; each but `skip` is given once, to the first. */
export function guessColumns(
  header: readonly string[] | null,
  sample: readonly (readonly string[])[],
): ColumnField[] {
  const width = Math.max(header?.length ?? 0, ...sample.map(({ length }) => length))
  const given = new Set<ColumnField>()
  const columns: ColumnField[] = []
  for (let i = 0; i < width; i++) {
    const heading = header?.[i] ?? ''
    const field = header ? (headings.find(([, words]) => words.test(heading))?.[0] ?? 'skip') : 'skip'
    columns.push(field === 'skip' || given.has(field) ? 'skip' : field)
    given.add(columns[i] ?? 'skip')
  }
  // Headings that say nothing, or none: by what stands below.
  for (const [field, looks] of shapes) {
    if (given.has(field)) continue
    const i = columns.findIndex(
      (column, at) => column === 'skip' && !skipped(header?.[at]) && fits(sample, at, looks),
    )
    if (i >= 0) {
      columns[i] = field
      given.add(field)
    }
  }
  return columns
}

const skipped = (heading = ''): boolean => headings[0]?.[1].test(heading) ?? false

const shapes: readonly (readonly [ColumnField, RegExp])[] = [
  ['birth', /^(19|20)\d\d([-/.年]?\d\d?([-/.月]?\d\d?日?)?)?$/],
  ['card', /^(?=.*\d)[A-Za-z0-9-]{4,60}$/],
  ['holder', /^[\p{Script=Han}·]{2,12}$|^\p{L}+( \p{L}+){1,3}$/u],
]

function fits(sample: readonly (readonly string[])[], at: number, looks: RegExp): boolean {
  const cells = sample.map((cells) => cells[at] ?? '').filter((cell) => cell !== '')
  return (
    cells.length > 0 &&
    cells.filter((cell) => looks.test(cell.normalize('NFKC'))).length >= cells.length * 0.7
  )
}

/** Whether the first line names the columns: a word for a column in it, and no card beside it. */
export function isHeader(cells: readonly string[]): boolean {
  const named = cells.filter((cell) => headings.some(([, words]) => words.test(cell))).length
  return named > 0 && cells.filter((cell) => /\d{4,}/.test(cell)).length === 0
}
