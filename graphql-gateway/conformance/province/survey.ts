// The survey whose sheets the province brings: a server on a free port that a test fills, and may hold.
import { createServer } from 'node:http'
import type { Page, Sheet } from './maps/source.ts'

export interface Survey {
  readonly url: string
  /** In the order in which they came; a test adds to it. */
  readonly sheets: Sheet[]
  /** From which sheet each page was asked. */
  readonly asked: readonly number[]
  /** Pages from this sheet on are not answered, until `release`. */
  hold(from: number): void
  release(): void
  close(): void
}

const pageSize = 20

export async function openSurvey(sheets: Sheet[]): Promise<Survey> {
  const asked: number[] = []
  let held = Infinity
  let waiting: (() => void)[] = []
  const server = createServer((request, response) => {
    const from = Number(new URL(request.url ?? '', 'http://survey').searchParams.get('from'))
    asked.push(from)
    const answer = (): void => {
      const page: Page = { sheets: sheets.slice(from, from + pageSize), total: sheets.length }
      response.setHeader('content-type', 'application/json').end(JSON.stringify(page))
    }
    if (from >= held) waiting.push(answer)
    else answer()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/sheets`,
    sheets,
    asked,
    hold: (from) => void (held = from),
    release() {
      held = Infinity
      for (const answer of waiting) answer()
      waiting = []
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
