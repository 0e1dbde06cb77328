// The whole text of one HTTP answer, taken from the client as it arrives: no stream in between.
import type { Dispatcher } from 'undici'

/** Called once, with the text or with what went wrong. */
export interface TextTaken {
  readonly resolve: (text: string) => void
  readonly reject: (error: Error) => void
}

/** A handler for `Dispatcher.dispatch`. More than `limit` bytes, said or sent, end the connection with `tooLong()`. */
export function takeText(
  limit: number,
  tooLong: () => Error,
  { resolve, reject }: TextTaken,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = []
  let size = 0
  return {
    // Tells the client's two kinds of handler apart.
    onRequestStart() {},
    onResponseStart(controller, _, headers) {
      if (Number(headers['content-length'] ?? 0) > limit) controller.abort(tooLong())
    },
    onResponseData(controller, chunk) {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else controller.abort(tooLong())
    },
    onResponseEnd() {
      const [only, second] = chunks
      resolve((only && !second ? only : Buffer.concat(chunks)).toString())
    },
    onResponseError(_, error) {
      reject(error)
    },
  }
}
