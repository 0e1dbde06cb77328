/** Exchange formats of a record: those of the vocabulary that the graph gives. */
import { exportFormats } from '@shuxiang/sdk/vocabulary'
import type { ExportFormat } from '../operations.generated.ts'

type RecordFormat = Extract<(typeof exportFormats)[number], { readonly id: ExportFormat }>

export const recordFormats: readonly RecordFormat[] = exportFormats.filter(
  (one): one is RecordFormat => one.id !== 'CSLJSON',
)
