/** What is wrong with the fields of a block, in a librarian's words: which field, what is the matter, what to do. */
import type { Words } from '@shuxiang/vocabulary'
import type { z } from 'zod'
import { schemaOf } from './schema.ts'
import type { Field, Fields } from './declaration.ts'

/** One thing that is wrong: where in the document, and in words. */
export interface BlockFault {
  /** Such as `blocks.shelf1.fields.title.en`. */
  readonly path: string
  readonly words: Words
}

type Issue = z.core.$ZodIssue

/** Faults that are told of one block; who mends these is told of the next. */
const mostTold = 20

const say = (zh: string, en: string): Words => ({ 'zh-CN': zh, en })

const custom: Readonly<Record<string, Words>> = {
  lines: say('只能写一行，请去掉换行。', 'takes one line only; take the line breaks out.'),
  noText: say('还没有写任何语言的文字。', 'has no text in any language yet.'),
  twice: say('同一条资源放了两次，请去掉一条。', 'names a record twice; take one of them out.'),
  link: say(
    '这个地址不能用。请填写本站页面、资源，或以 https:// 开头的网址。',
    'is no address that can be used. Give a page or record of this site, or an address that begins with https://.',
  ),
}

function sized(issue: Extract<Issue, { code: 'too_big' | 'too_small' }>, found: unknown): Words {
  const big = issue.code === 'too_big'
  const bound = String(big ? issue.maximum : issue.minimum)
  const now = typeof found === 'string' || Array.isArray(found) ? found.length : 0
  if (issue.origin === 'string')
    return big
      ? say(
          `文字太长：现在 ${now} 个字，最多 ${bound} 个。`,
          `is too long: it has ${now} characters; at most ${bound} fit.`,
        )
      : say('还没有填写。', 'is empty.')
  if (issue.origin === 'array')
    return big
      ? say(
          `放得太多：现在 ${now} 项，最多 ${bound} 项。`,
          `has too many: there are ${now}; at most ${bound} fit.`,
        )
      : say(`放得太少，至少 ${bound} 项。`, `has too few; at least ${bound}.`)
  return big
    ? say(`数字太大，最大 ${bound}。`, `is too large; at most ${bound}.`)
    : say(`数字太小，最小 ${bound}。`, `is too small; at least ${bound}.`)
}

function sentence(issue: Issue, found: unknown): Words {
  if (found === undefined) return say('还没有填写。', 'is not filled in.')
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
      return sized(issue, found)
    case 'custom': {
      const fault: unknown = issue.params?.fault
      const known = typeof fault === 'string' && Object.hasOwn(custom, fault) ? custom[fault] : undefined
      return known ?? say('内容不合要求，请重新填写。', 'does not fit; fill it in again.')
    }
    case 'unrecognized_keys':
      return say('有这个版块不认识的内容，请重新填写。', 'holds something that this block does not know.')
    case 'invalid_value':
    case 'invalid_union':
      return say('请从列出的选项中选一个。', 'is none of the choices; choose one.')
    case 'invalid_format':
      return say('写法不对，请检查后重新填写。', 'is written wrongly; look at it again.')
    default:
      return say('内容的类型不对，请重新填写。', 'is of the wrong kind; fill it in again.')
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = Object.entries(found).find(([key]) => key === String(step))?.[1]
  }
  return found
}

/** `栏目 › 第 2 项 › 标题`: the way to the field in the words of the panel. */
function wayTo(fields: Fields, path: readonly PropertyKey[]): Words {
  const zh: string[] = []
  const en: string[] = []
  let here: Fields | null = fields
  for (const step of path) {
    if (typeof step === 'number') {
      zh.push(`第 ${step + 1} 项`)
      en.push(`no. ${step + 1}`)
      continue
    }
    const field: Field | undefined = here?.[String(step)]
    if (!field) break
    zh.push(field.label['zh-CN'])
    en.push(field.label.en)
    here = field.kind === 'list' ? field.of : null
  }
  return say(zh.join(' › '), en.join(' › '))
}

/** A sentence about a field. */
function about(way: Words, words: Words): Words {
  return way.en === '' ? words : say(`“${way['zh-CN']}”：${words['zh-CN']}`, `“${way.en}” ${words.en}`)
}

/** What keeps the fields from being drawn; empty when nothing does. Paths begin with the name of the field. */
export function fieldFaults(fields: Fields, value: unknown): BlockFault[] {
  const parsed = schemaOf(fields).safeParse(value)
  if (parsed.success) return []
  return parsed.error.issues.slice(0, mostTold).map((issue) => ({
    path: issue.path.map(String).join('.'),
    words: about(wayTo(fields, issue.path), sentence(issue, valueAt(value, issue.path))),
  }))
}

const blank = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.trim() === ''
    : typeof value !== 'object' || value === null || Object.values(value).every(blank)

/** What is missing before a page may be published: fields that are needed, and texts in which nothing is written. */
export function wantingFields(fields: Fields, value: Readonly<Record<string, unknown>>): BlockFault[] {
  return Object.entries(fields).flatMap(([name, field]): BlockFault[] => {
    const given = value[name]
    if (field.kind === 'list')
      return (Array.isArray(given) ? given : []).flatMap((group: unknown, n) =>
        typeof group === 'object' && group !== null
          ? wantingFields(field.of, { ...group }).map(({ path, words }) => ({
              path: `${name}.${n}.${path}`,
              words,
            }))
          : [],
      )
    const needed = 'needed' in field && field.needed === true && given === undefined
    const empty =
      (field.kind === 'text' || field.kind === 'longText' || field.kind === 'richText') &&
      given !== undefined &&
      !('optional' in field && field.optional === true) &&
      blank(given)
    return needed || empty
      ? [{ path: name, words: about(field.label, say('还没有填写。', 'is not filled in.')) }]
      : []
  })
}
