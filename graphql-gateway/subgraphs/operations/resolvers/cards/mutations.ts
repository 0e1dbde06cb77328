// Mutation.beginCardList, addCardListPart, readCardList, answerCardList, importCardList, giveUpCardList
import { badInput, oneLine, permitAt, type SubgraphContext } from '@shuxiang/subgraph-kit'
import { largestFile, linesAtOnce, longestFileName, mostColumns } from '../../cards/bounds.ts'
import { wakeCardJob } from '../../cards/job-name.ts'
import type { Mapping } from '../../cards/reading/rows.ts'
import { answer, giveUp, readOtherwise, start } from '../../cards/store/decide.ts'
import type { CardListDoc } from '../../cards/store/documents.ts'
import { begin, receive } from '../../cards/store/receive.ts'
import type { OperationsPorts } from '../../ports.ts'
import type { CardListMappingInput, MutationResolvers } from '../../schema/types.generated.ts'
import { idOf } from '../../store/ids.ts'
import { deciderOf, noteDone, nowOf } from '../deed.ts'
import { bandNames, columnNames, encodingNames, holderNames, nameOf, separatorNames } from './names.ts'
import { listFor } from './queries.ts'

const action = 'card.import'

export const beginCardList =
  (ports: OperationsPorts): MutationResolvers['beginCardList'] =>
  async (_, { library, key, fileName, bytes }, context) => {
    await permitAt(ports, context, action, library)
    if (!/^[\w-]{8,64}$/.test(key)) throw badInput('key: draw 8 to 64 letters and digits.')
    const named = oneLine(fileName)
    if (named === null) throw badInput('fileName: give the name of the file.')
    if (!Number.isInteger(bytes) || bytes < 1)
      throw badInput('The file is empty. Export it again.', 'empty-file')
    if (bytes > largestFile)
      throw badInput('The file is larger than 5 MB. Give it in as several files.', 'too-large')
    const { by, name, at } = deciderOf(context)
    const _id = idOf('card-list', library, by, key)
    return begin(context.db, {
      ...{ _id, library, bytes, by, name, at },
      fileName: [...named].slice(0, longestFileName).join(''),
    })
  }

export const addCardListPart: MutationResolvers['addCardListPart'] = async (
  _,
  { id, position, content },
  context,
) => {
  const list = await listFor(id, action, context)
  const received = await receive(context.db, list, position, bytesOf(content))
  if (received.state === 'checking') await woken(context)
  return received
}

export const readCardList: MutationResolvers['readCardList'] = async (_, { id, mapping }, context) => {
  const list = await listFor(id, action, context)
  const read = await readOtherwise(context.db, list, mappingOf(mapping))
  await woken(context)
  return read
}

export const answerCardList: MutationResolvers['answerCardList'] = async (
  _,
  { id, reading, lines, is },
  context,
) => {
  const list = await listFor(id, action, context)
  if (lines && lines.length > linesAtOnce) throw badInput(`lines: give at most ${linesAtOnce}.`)
  return answer(context.db, list, { reading, lines: lines ?? null, is: nameOf(holderNames, is) })
}

export const importCardList: MutationResolvers['importCardList'] = async (_, { id, reading }, context) => {
  const list = await listFor(id, action, context)
  const { library, sha256, plan, mapping, state } = list
  const named = mapping?.columns.includes('card') && mapping.columns.includes('holder')
  if (state === 'checked' && !named)
    throw badInput('Say first which column has the card number, and which the name.', 'columns')
  const started = await start(context.db, list, reading, () =>
    noteDone(context, {
      ...{ action, library },
      object: `card-list:${id}`,
      reason: null,
      details: { sha256, ...plan },
    }),
  )
  await woken(context)
  return started
}

export const giveUpCardList: MutationResolvers['giveUpCardList'] = async (
  _,
  { id },
  context,
): Promise<CardListDoc> => giveUp(context.db, await listFor(id, action, context))

const woken = (context: SubgraphContext): Promise<void> => wakeCardJob(context.db, nowOf(context))

/** Errors: BAD_USER_INPUT for what is no base64. */
function bytesOf(content: string): Buffer {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(content)) throw badInput('content: give the bytes in base64.')
  return Buffer.from(content, 'base64')
}

/** Errors: BAD_USER_INPUT for a field that two columns have. */
function mappingOf({ encoding, separator, header, columns, withoutBirth }: CardListMappingInput): Mapping {
  if (columns.length > mostColumns) throw badInput(`columns: give at most ${mostColumns}.`)
  const fields = columns.map((column) => nameOf(columnNames, column))
  for (const field of fields)
    if (field !== 'skip' && fields.indexOf(field) !== fields.lastIndexOf(field))
      throw badInput('Two columns cannot hold the same. Leave one of them out.', 'columns')
  return {
    encoding: nameOf(encodingNames, encoding),
    separator: nameOf(separatorNames, separator),
    header,
    columns: fields,
    withoutBirth: withoutBirth ? nameOf(bandNames, withoutBirth) : null,
  }
}
