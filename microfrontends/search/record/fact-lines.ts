/** The lines of a description: what every record may have, and what its kind tells. */
import { facetAddress } from '@shuxiang/sdk/addresses'
import type { Labels } from '../messages/labels.ts'
import type { FullRecord } from '../operations.generated.ts'

export interface FactValue {
  readonly text: string
  readonly lang?: string | undefined
  /** A page of the portal. */
  readonly to?: string
  /** An address elsewhere. */
  readonly href?: string | null
}

export interface FactLine {
  readonly label: string
  readonly values: readonly FactValue[]
}

/** Lines without a value are left out. */
export function factLines(record: FullRecord, labels: Labels): readonly FactLine[] {
  const { t, languageOf } = labels
  const separator = t('list.separator')
  const data = (text: string | null | undefined): FactValue[] =>
    text ? [{ text, lang: languageOf(text) }] : []
  const created = record.dates.filter(({ role }) => role === 'created').map(({ text }) => text)
  const lines: readonly FactLine[] = [
    {
      label: t('fact.alternative'),
      values: record.alternativeTitles.length
        ? [{ text: record.alternativeTitles.join(separator), lang: record.language }]
        : [],
    },
    {
      label: t('fact.parallel'),
      values: record.parallelTitles.map(({ title, language, source }) => ({
        text: source ? `${title} (${source})` : title,
        lang: language,
      })),
    },
    {
      label: t('fact.creators'),
      values: data(record.agents.map(({ statement }) => statement).join(separator)),
    },
    { label: t('fact.attributed'), values: data(otherAttributions(record, separator).join(separator)) },
    {
      label: t('fact.period'),
      values: [
        ...(record.period ? [named(record.period.label, record.period.url)] : []),
        ...created.map((text) => ({ text })),
      ],
    },
    ...record.dates
      .filter(({ role }) => role !== 'created')
      .map(({ label, text }) => ({ label, values: [{ text }] })),
    ...record.facts.map(({ label, value, url }) => ({
      label,
      values: [{ text: value, lang: languageOf(value), href: url }],
    })),
    {
      label: t('fact.form'),
      values: [record.formTopic, record.tune].flatMap((one) => (one ? [named(one.label, one.url)] : [])),
    },
    {
      label: t('fact.collection'),
      values: record.collection ? [named(record.collection.name, record.collection.url)] : [],
    },
    ...related(record),
    {
      label: t('fact.places'),
      values: record.places.map(({ label }) => named(label, facetAddress('place', label))),
    },
    { label: t('fact.language'), values: [{ text: record.languageName }] },
    { label: t('fact.subjects'), values: record.subjects.map(({ name, url }) => named(name, url)) },
    // The number that a source gave its own copy says nothing to a reader; exports keep it.
    ...record.identifiers
      .filter(({ scheme }) => scheme !== record.source.name)
      .map(({ label, value }) => ({ label, values: [{ text: value }] })),
    {
      label: t('fact.rights'),
      values: [
        { text: record.rights.label, lang: languageOf(record.rights.label), href: record.rights.statement },
      ],
    },
  ]
  return lines.filter(({ values }) => values.length > 0)

  function named(text: string, to: string): FactValue {
    return { text, lang: languageOf(text), to }
  }
}

/** Records to which it stands in one relation share a line. What it consists of is a list of its own. */
function related({ relations, members }: FullRecord): FactLine[] {
  const told = relations.filter(({ role }) => role !== 'hasPart' || members.length === 0)
  return [...new Set(told.map(({ label }) => label))].map((label) => ({
    label,
    values: told
      .filter((one) => one.label === label)
      .map(({ record }) => ({ text: record.title, lang: record.language, to: record.url })),
  }))
}

/** Who else is named as the author, and which texts do so: 李商隐（全唐诗）. */
function otherAttributions(
  { otherAttributions: others, witnesses }: FullRecord,
  separator: string,
): string[] {
  return others.map(({ name, label }) => {
    const texts = witnesses.filter(({ isOwn, agents }) => !isOwn && agents.includes(name))
    const books = [...new Set(texts.map((one) => one.name))].join(separator)
    return books === ''
      ? label
      : /\p{Script=Han}/u.test(books)
        ? `${label}（${books}）`
        : `${label} (${books})`
  })
}
