// The work on one file, whatever it is.
import { workOnDocument } from './document.ts'
import { checkDrawing } from './drawing.ts'
import { Refused, type Made } from './made.ts'
import { workOnPicture } from './picture.ts'
import { sniff } from './sniff.ts'

/** Errors: `Refused`. */
export async function workOn(bytes: Uint8Array): Promise<Made> {
  const sniffed = sniff(bytes)
  if (sniffed === null) throw new Refused('type', 'The file is of a type that is not taken.')
  if (sniffed === 'image/heic') throw new Refused('heic', 'The picture is in the own format of a telephone.')
  if (sniffed === 'application/pdf') return workOnDocument(bytes)
  if (sniffed === 'image/svg+xml') checkDrawing(bytes)
  return workOnPicture(bytes, sniffed)
}
