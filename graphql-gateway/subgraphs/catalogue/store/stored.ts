// An input as it is stored: the record, and documents of its own for each text, file and holding.
import type { RecordInput } from '@shuxiang/record'
import { spanOfEdtf } from '@shuxiang/record/edtf'
import { lengthOf } from '../model/text-length.ts'
import { digest } from '../model/digest.ts'
import {
  fileId,
  holdingId,
  textId,
  witnessId,
  type BesideName,
  type FileDoc,
  type HoldingDoc,
  type RecordDoc,
  type TextDoc,
  type WitnessDoc,
} from '../model/record.ts'

/** All documents of one record. The record lacks what a write adds: revision, dates of change, marks. */
export interface Stored {
  readonly record: Omit<RecordDoc, 'rev' | 'updatedAt'>
  readonly texts: readonly TextDoc[]
  readonly files: readonly FileDoc[]
  readonly holdings: readonly HoldingDoc[]
  readonly witnesses: readonly WitnessDoc[]
}

/** Collections of what stands beside a record, by the names of `RecordInput`. */
export const besideCollections = {
  texts: 'record_texts',
  files: 'record_files',
  holdings: 'holdings',
  witnesses: 'record_witnesses',
} as const satisfies Readonly<Record<BesideName, string>>

/** Errors: `Error` for a date that is no EDTF; `checkedInput` has refused such an input. */
export function storedOf({ record, texts, files, holdings, witnesses = [] }: RecordInput): Stored {
  const { id, dates, ...rest } = record
  const lead = record.agents[0]?.agentId
  const beside = {
    ...(texts.length > 0 ? { texts: digest(texts) } : {}),
    ...(files.length > 0 ? { files: digest(files) } : {}),
    ...(holdings.length > 0 ? { holdings: digest(holdings) } : {}),
    ...(witnesses.length > 0 ? { witnesses: digest(witnesses) } : {}),
  }
  const whole = texts.find(({ n }) => n === 0)
  return {
    record: {
      _id: id,
      ...rest,
      dates: dates.map((date) => ({ ...date, ...spanOf(id, date.edtf) })),
      hash: digest([record, beside]),
      beside,
      textLength: lengthOf(whole?.paragraphs ?? []),
      textCount: texts.length,
      holdingCount: holdings.length,
      ...(witnesses.length > 0 ? { witnessCount: witnesses.length } : {}),
      ...(lead ? { leadAgentId: lead } : {}),
      ...(record.collection ? { collectionId: record.collection.id } : {}),
    },
    texts: texts.map((text) => ({ _id: textId(id, text.n), recordId: id, ...text })),
    files: files.map((file) => ({ _id: fileId(id, file.role, file.position), recordId: id, ...file })),
    holdings: holdings.map(({ regions, ...holding }, i) => ({
      _id: holdingId(id, holding.libraryId),
      recordId: id,
      ...holding,
      scopes: [...new Set([holding.libraryId, ...regions])],
      position: i + 1,
    })),
    witnesses: witnesses.map(({ id: witness, ...rest }, i) => ({
      _id: witnessId(id, witness),
      recordId: id,
      witness,
      ...rest,
      position: i + 1,
    })),
  }
}

function spanOf(id: string, edtf: string) {
  const span = spanOfEdtf(edtf)
  if (span === null) throw new Error(`Record ${id}: "${edtf}" is no date of EDTF level 0 or 1.`)
  return span
}
