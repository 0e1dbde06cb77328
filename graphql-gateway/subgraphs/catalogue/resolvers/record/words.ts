// Names of the codes that stand in a record, in the language of the reader.
import { interfaceLanguage, type InLanguage } from '@shuxiang/subgraph-kit'
import { dateWords } from '@shuxiang/record'
import type { SubgraphContext } from '@shuxiang/subgraph-kit'
import {
  accessPolicies,
  rightsStatements,
  entryOf,
  holdingAccess,
  identifierSchemes,
  nameOf,
  relationRoles,
  dateRoles,
  roles,
  type Entry,
} from '@shuxiang/vocabulary'
import type { RecordDoc } from '../../model/record.ts'
import { bodyName, personLabel } from '../person/label.ts'

type Named<Parent> = (parent: Parent, args: InLanguage) => string

const named =
  <Parent>(table: readonly Entry[], code: (parent: Parent) => string): Named<Parent> =>
  (parent, args) =>
    nameOf(table, code(parent), interfaceLanguage(args))

export const dateLabel = named<{ readonly role: string }>(dateRoles, ({ role }) => role)
export const relationLabel = named<{ readonly role: string }>(relationRoles, ({ role }) => role)
export const identifierLabel = named<{ readonly scheme: string }>(identifierSchemes, ({ scheme }) => scheme)
export const holdingLabel = named<{ readonly access: string }>(holdingAccess, ({ access }) => access)

export const dateText: Named<{ readonly edtf: string }> = ({ edtf }, args) =>
  dateWords(edtf)[interfaceLanguage(args)]

type AgentNode = RecordDoc['agents'][number]

export const agentLabel = ({ agentId, name, type }: AgentNode, args: InLanguage, context: SubgraphContext) =>
  agentId !== null && type === 'person'
    ? personLabel({ _id: agentId, name }, interfaceLanguage(args), context)
    : bodyName(name, interfaceLanguage(args))

export const agentStatement = async (agent: AgentNode, args: InLanguage, context: SubgraphContext) => {
  const name = await agentLabel(agent, args, context)
  const statement = entryOf(roles, agent.role)?.statement[interfaceLanguage(args)]
  return statement === undefined ? name : statement.replace('{name}', () => name)
}

/** As the source has it; in English by the statement, where it is one that is known. */
export const rightsLabel: Named<RecordDoc['rights']> = ({ label, statement }, args) => {
  const known = rightsStatements.find(({ id }) => id === statement)
  return interfaceLanguage(args) === 'en' && known ? known.words.en : label
}

/** What is needed to read it; of an embargo its end. */
export const accessLabel: Named<RecordDoc['access']> = ({ policy, until }, args) => {
  const language = interfaceLanguage(args)
  const name = nameOf(accessPolicies, policy, language)
  if (until === undefined) return name
  const day = dateWords(until)[language]
  return language === 'en' ? `${name} (until ${day})` : `${name}（至${day}）`
}
