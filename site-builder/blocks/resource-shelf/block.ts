/** Records of a saved query, or picked by hand: as covers in a row, as a list with notes, or as a table. */
import { html, nothing } from '@shuxiang/site-render/markup'
import { ask } from '../answers/ask.ts'
import type { Ask } from '../answers/ask.ts'
import type { StoredFields } from '../contract.ts'
import { defineBlock } from '../define.ts'
import type { Resources } from '../fields/declaration.ts'
import { choice, declare, resources, text } from '../fields/declare.ts'
import { coversHelp, emptyHelp } from '../fields/help.ts'
import { framed } from '../frame.ts'
import { ShelfRecord, ShelfRecords } from '../operations.generated.ts'
import type { ShelfRecordData } from '../operations.generated.ts'
import { coverRow, notYetShown, recordList, recordTable, resultsAddress, withSpare } from '../records.ts'
import type { Placed } from '../records.ts'
import { words } from '../words.ts'

const say = {
  'zh-CN': { empty: '这里暂时没有资源。' },
  en: { empty: 'Nothing stands here at the moment.' },
} as const

const fields = declare({
  title: text({
    label: { 'zh-CN': '标题', en: 'Title' },
    help: {
      'zh-CN': '写在书架上方，如“新书”“暑假读什么”。',
      en: 'It stands above the shelf, such as “New books” or “Reading for the summer”.',
    },
    localized: true,
    longest: 60,
    default: { 'zh-CN': '资源', en: 'Resources' },
  }),
  source: resources({
    label: { 'zh-CN': '放什么', en: 'What stands here' },
    help: {
      'zh-CN': '存一个检索，结果会自己更新；或者逐条挑选，可以写推荐语。',
      en: 'Save a search that keeps itself up to date, or pick records one by one and say why.',
    },
    most: 24,
    default: { from: 'query', query: '', filter: [], sort: 'POPULAR', first: 12 },
  }),
  look: choice({
    label: { 'zh-CN': '样式', en: 'Shown as' },
    help: coversHelp,
    options: {
      covers: { 'zh-CN': '一排封面', en: 'A row of covers' },
      list: { 'zh-CN': '列表，带推荐语', en: 'A list with notes' },
      table: { 'zh-CN': '表格', en: 'A table' },
    },
    default: 'covers',
  }),
  more: text({
    label: { 'zh-CN': '“全部”链接的文字', en: 'Words of the link to all' },
    help: {
      'zh-CN': '不写就没有这个链接；只用于存下来的检索。',
      en: 'Without words there is no link. Only for a saved search.',
    },
    localized: true,
    longest: 40,
    optional: true,
  }),
  whenEmpty: choice({
    label: { 'zh-CN': '没有符合的资源时', en: 'When nothing fits' },
    help: emptyHelp,
    options: {
      hide: { 'zh-CN': '隐藏这个书架', en: 'Hide this shelf' },
      say: { 'zh-CN': '说明暂时没有', en: 'Say so' },
    },
    default: 'hide',
  }),
})

function picked(source: Resources, language: string): readonly Ask<ShelfRecordData>[] | undefined {
  return source.from === 'picked'
    ? source.items.map(({ id }) => ask(ShelfRecord, { id, language }))
    : undefined
}

/** Hand-picked records were ids before they had notes; how a shelf looks was not to be chosen. */
function withNotes(fields: StoredFields): StoredFields {
  const { source } = fields
  const next: StoredFields = { ...fields, look: 'covers' }
  if (source === null || typeof source !== 'object' || Array.isArray(source)) return next
  if (source.from !== 'picked' || !Array.isArray(source.ids)) return next
  return { ...next, source: { from: 'picked', items: source.ids.map((id) => ({ id })) } }
}

export const resourceShelf = defineBlock({
  type: 'resource-shelf',
  v: 2,
  group: 'records',
  label: { 'zh-CN': '资源书架', en: 'Shelf of resources' },
  about: {
    'zh-CN': '一组资源：按检索自动更新，或由馆员逐条挑选、写推荐语。',
    en: 'Resources by a saved search, or picked by a librarian with a word on each.',
  },
  fields,
  migrate: { 1: withNotes },
  query: ({ source }, { locale }) => ({
    found:
      source.from === 'query'
        ? ask(ShelfRecords, {
            query: source.query,
            filter: source.filter,
            sort: source.sort,
            first: withSpare(source.first),
            language: locale,
          })
        : undefined,
    picked: picked(source, locale),
  }),
  render({ fields, answers, context, id }) {
    const { source } = fields
    // One picked record that is gone does not empty the shelf.
    const placed: readonly Placed[] =
      source.from === 'picked'
        ? source.items.flatMap(({ note }, n) => {
            const record = answers.picked?.[n]?.record
            return record ? [{ record, note }] : []
          })
        : notYetShown(
            (answers.found?.search.edges ?? []).map(({ node }) => ({ record: node })),
            source.first,
            fields.look,
            context,
          )
    if (source.from === 'picked') for (const { record } of placed) context.shown.add(record.id)
    const answered = source.from === 'picked' ? placed.length > 0 : answers.found !== null
    // A shelf whose query failed is left out: an apology on every page helps nobody, and the log has the reason.
    if (!answered || (placed.length === 0 && fields.whenEmpty === 'hide')) return nothing
    const all = resultsAddress(source)
    const draw = { covers: coverRow, list: recordList, table: recordTable }[fields.look]
    return framed({
      id,
      title: words(fields.title, context),
      more:
        fields.more && all !== null && html`<a class="link" href="${all}">${words(fields.more, context)}</a>`,
      body:
        placed.length === 0 ? html`<p class="none">${say[context.locale].empty}</p>` : draw(placed, context),
      context,
    })
  },
})
