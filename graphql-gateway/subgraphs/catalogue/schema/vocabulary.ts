// Enumerations of the graph, made of the vocabulary and of the kinds that are installed. Their values are the stored ones.
import {
  accessPolicies,
  citationStyles,
  dateRoles,
  exportFormats,
  fileRoles,
  holdingAccess,
  paragraphKinds,
  relationRoles,
  roles,
  type Entry,
} from '@shuxiang/vocabulary'
import type { Kinds } from '@shuxiang/record'

/** SDL of the enumerations that the catalogue's types name. */
export function vocabularyTypeDefs(kinds: Kinds): string {
  return [
    enumeration(
      'Kind',
      'Kinds of resource.',
      kinds.all.map(({ entry }) => entry),
    ),
    enumeration('AgentRole', 'What somebody did for a resource.', roles),
    enumeration('DateRole', 'What happened on a date.', dateRoles),
    enumeration('RelationRole', 'How a record stands to another one.', relationRoles),
    enumeration('AccessPolicy', 'Who may read a resource.', accessPolicies),
    enumeration('HoldingAccess', 'How a library has a resource.', holdingAccess),
    enumeration('FileRole', 'What a file is to its record.', fileRoles),
    `enum ParagraphKind {\n${paragraphKinds.map((kind) => `  ${kind}`).join('\n')}\n}`,
    enumeration('ExportFormat', 'Exchange formats, and styles of references.', [
      ...exportFormats,
      ...citationStyles.map(({ id, words, standard }) => ({
        id,
        words: { ...words, en: `A reference after ${standard}` },
      })),
    ]),
  ].join('\n\n')
}

function enumeration(name: string, meaning: string, entries: readonly Entry[]): string {
  const values = entries.map(({ id, words }) => `  ${JSON.stringify(words.en)}\n  ${id}`)
  return `${JSON.stringify(meaning)}\nenum ${name} {\n${values.join('\n')}\n}`
}
