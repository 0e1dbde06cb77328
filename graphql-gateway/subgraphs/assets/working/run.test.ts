// The process in which a file is worked on: it answers, refuses, and is ended when it takes too long.
import { expect, it } from 'vitest'
import { bombPng, jpeg } from '../testing/files.ts'
import { run } from './run.ts'

const signal = new AbortController().signal

it('gives what was made', async () => {
  const answer = await run(await jpeg(50, 40), { signal })
  expect(answer).toMatchObject({ made: { sniffed: 'image/jpeg', width: 50, height: 40 } })
  expect(answer && 'made' in answer && answer.made.files[0]?.content).toBeInstanceOf(Uint8Array)
})

it('says why it refuses', async () => {
  expect(await run(bombPng(60_000, 60_000), { signal })).toEqual({ refused: 'pixels' })
})

it('is ended when it takes too long', async () => {
  expect(await run(await jpeg(50, 40), { signal, within: 1 })).toEqual({ refused: 'effort' })
})

it('knows nothing when it was asked to end', async () => {
  const ending = new AbortController()
  const answer = run(await jpeg(50, 40), { signal: ending.signal })
  ending.abort()
  expect(await answer).toBeNull()
})
