/** Every text that somebody wrote on a page, with the field that it stands in. */
import { blockType } from '@shuxiang/site-blocks'
import type { Field, Fields } from '@shuxiang/site-blocks'
import { localizedRich } from '@shuxiang/site-model'
import type { PageDoc, RichText } from '@shuxiang/site-model'
import { richTextPlain } from '@shuxiang/site-render/markup'
import { words, type Words } from '@shuxiang/vocabulary'

/** A place in a document. */
export interface WrittenIn {
  readonly page: string
  /** Absent in the page's own title and description. */
  readonly block?: string
  readonly field: string
  /** The field in the words of the panel. */
  readonly label: Words
}

/** A text in one language; `language` is empty for one that stands for all. */
export interface WrittenText extends WrittenIn {
  readonly language: string
  readonly text: string
  /** True for a line that names what stands below it. */
  readonly heads: boolean
}

/** Texts of one field, all its languages together. */
export interface WrittenField extends WrittenIn {
  readonly languages: readonly string[]
}

/** A link that somebody set. */
export interface WrittenLink extends WrittenIn {
  readonly target: string
}

export interface Written {
  readonly texts: readonly WrittenText[]
  readonly fields: readonly WrittenField[]
  readonly links: readonly WrittenLink[]
}

type At = Omit<WrittenIn, 'label'>

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Everything written on a page, in the order of its blocks. */
export function writtenOn(page: string, doc: PageDoc): Written {
  const texts: WrittenText[] = []
  const fields: WrittenField[] = []
  const links: WrittenLink[] = []

  function localized(at: At, label: Words, value: unknown, heads: boolean): void {
    if (!isRecord(value)) return
    const filled = Object.entries(value).flatMap(([language, text]) =>
      typeof text === 'string' && text.trim() !== '' ? [{ language, text }] : [],
    )
    for (const { language, text } of filled)
      texts.push({ ...at, field: `${at.field}.${language}`, label, language, text, heads })
    if (filled.length > 0) fields.push({ ...at, label, languages: filled.map(({ language }) => language) })
  }

  function richIn(at: At, label: Words, language: string, rich: RichText): void {
    const whole = { ...at, field: `${at.field}.${language}`, label }
    texts.push({ ...whole, language, text: richTextPlain(rich), heads: false })
    for (const node of rich) {
      if (node.type === 'heading')
        texts.push({ ...whole, language, text: node.runs.map(({ text }) => text).join(''), heads: true })
      for (const run of node.type === 'list' ? node.items.flat() : node.runs)
        for (const mark of run.marks ?? [])
          if (mark.type === 'link') links.push({ ...whole, target: mark.to })
    }
  }

  function take(at: At, field: Field, name: string, value: unknown): void {
    const { label } = field
    switch (field.kind) {
      case 'text':
      case 'longText':
        if (typeof value === 'string') texts.push({ ...at, label, language: '', text: value, heads: false })
        else localized(at, label, value, field.kind === 'text' && name === 'title')
        return
      case 'richText': {
        const parsed = localizedRich.safeParse(value)
        if (!parsed.success) return
        const filled = Object.entries(parsed.data).filter(([, rich]) => rich.length > 0)
        for (const [language, rich] of filled) richIn(at, label, language, rich)
        if (filled.length > 0) fields.push({ ...at, label, languages: filled.map(([language]) => language) })
        return
      }
      case 'link':
        if (typeof value === 'string') links.push({ ...at, label, target: value })
        return
      case 'asset':
        if (isRecord(value)) localized({ ...at, field: `${at.field}.alt` }, label, value.alt, false)
        return
      case 'resources':
        if (isRecord(value) && Array.isArray(value.items))
          value.items.forEach((item: unknown, n) => {
            if (isRecord(item))
              localized({ ...at, field: `${at.field}.items.${n}.note` }, label, item.note, false)
          })
        return
      case 'list':
        if (Array.isArray(value))
          value.forEach((group: unknown, n) => {
            if (isRecord(group)) walk({ ...at, field: `${at.field}.${n}.` }, field.of, group)
          })
        return
      default:
        return
    }
  }

  function walk(at: At, declared: Fields, values: Readonly<Record<string, unknown>>): void {
    for (const [name, field] of Object.entries(declared))
      take({ ...at, field: `${at.field}${name}` }, field, name, values[name])
  }

  const { title, description } = doc.meta
  localized({ page, field: 'title' }, words('页面标题', 'Title of the page'), title, true)
  localized({ page, field: 'description' }, words('页面说明', 'Description of the page'), description, false)
  for (const [block, { type, fields: values }] of Object.entries(doc.blocks)) {
    const known = blockType(type)
    if (known) walk({ page, block, field: '' }, known.fields, values)
  }
  return { texts, fields, links }
}
