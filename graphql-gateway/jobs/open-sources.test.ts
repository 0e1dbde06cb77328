// Sources that are installed, of which one may not be in order.
import type { Source, SourceModule } from '@shuxiang/record/source'
import { expect, it } from 'vitest'
import { openSources } from './open-sources.ts'

const source = (name: string): Source => ({
  name,
  reading: 1,
  collections: [],
  count: async () => 0,
  async *changes() {},
})
const good = (name: string): SourceModule => ({ name, open: async () => source(name) })
const bad: SourceModule = {
  name: 'bad',
  open: () => Promise.reject(new Error('MAP_SURVEY_URL is not set.')),
}

it('a source that cannot be opened is told in the log, and the others are opened in their order', async () => {
  const told: object[] = []
  const opened = await openSources(
    [good('a'), bad, good('b')],
    {},
    { error: (fields) => void told.push(fields) },
  )
  expect(opened.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(told).toEqual([{ source: 'bad', err: new Error('MAP_SURVEY_URL is not set.') }])
})
