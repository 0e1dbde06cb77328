// What clients send, checked: texts that can be stored and shown, ids that can be ids, times that have been.
import { idPattern } from '@shuxiang/record'
import { badInput, oneLine, readDrawnKey } from '@shuxiang/subgraph-kit'
import { longestName, longestTitle, mostLists, mostMerged } from './bounds.ts'
import type { GuestLibrary, RecordToKeep } from './schema/types.generated.ts'
import type { KeptRecord } from './store/documents.ts'
import type { Guest } from './store/merge.ts'

/** Errors of all: BAD_USER_INPUT with a sentence. */
export function readRecordId(id: string): string {
  if (idPattern.test(id)) return id
  throw badInput('recordId: give the id of a record.')
}

/** The name of a list: one line, without space around it. */
export function readName(name: string): string {
  const line = oneLine(name)
  if (line === null || line === '') throw badInput('name: give the list a name.')
  if ([...line].length > longestName)
    throw badInput(`name: give a name of at most ${longestName} characters.`)
  return line
}

export function readRecord(record: RecordToKeep, now: Date): KeptRecord {
  const title = oneLine(record.title)
  if (title === null || title === '') throw badInput('title: give the title of the record.')
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(record.kind)) throw badInput('kind: give the kind of the record.')
  const { language } = record
  if (language && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/.test(language))
    throw badInput('language: give a language as BCP 47 has it.')
  return {
    recordId: readRecordId(record.recordId),
    title: [...title].slice(0, longestTitle).join(''),
    kind: record.kind,
    ...(language ? { language } : {}),
    addedAt: readTime('addedAt', record.addedAt ?? null, now),
  }
}

export function readGuest(guest: GuestLibrary, now: Date): Guest {
  const records = guest.lists.reduce((sum, list) => sum + list.records.length, guest.shelf.length)
  if (records > mostMerged || guest.lists.length > mostLists)
    throw badInput(`input: send at most ${mostMerged} records and ${mostLists} lists at a time.`)
  return {
    id: readDrawnKey(guest.id),
    shelf: guest.shelf.map((record) => readRecord(record, now)),
    lists: guest.lists.map((list) => ({
      key: readDrawnKey(list.key),
      name: readName(list.name),
      records: list.records.map((record) => readRecord(record, now)),
    })),
  }
}

/** The clock of a device may be ahead: what it says is then now. */
export function readTime(argument: string, text: string | null, now: Date): Date {
  if (text === null) return now
  const time = text.length <= 40 ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time) || time < 0) throw badInput(`${argument}: give a time as ISO 8601 has it.`)
  return new Date(Math.min(time, now.getTime()))
}
