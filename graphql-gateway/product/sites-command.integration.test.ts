// The command that opens sites: with the store alone, as somebody types it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareStore } from '@shuxiang/subgraph-kit/module'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectStore } from './store.ts'
import { subgraphs } from './subgraphs.ts'

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sites-'))
  const store = await connectStore({ mongoUri: null, dataDir: folder, appName: 'test', patience: 10_000 })
  await prepareStore(
    { db: store.db, now: () => new Date() },
    subgraphs.filter(({ name }) => name === 'sites'),
  )
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function sites(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sites-command.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATA_DIR: folder, MONGODB_URI: '' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const [code] = await once(child, 'close')
  return { code: Number(code), said }
}

it('opens a site once, and lists it', async () => {
  expect(await sites('new', 'n3301')).toEqual({ code: 0, said: '杭州图书馆: its site is open.\n' })
  expect(await sites('new', 'n3301')).toEqual({ code: 0, said: '杭州图书馆 has a site already.\n' })
  expect((await sites('list')).said).toMatch(/n3301 +杭州图书馆\n[\s\S]*4 sites/)
})

it('opens many, and goes on where it ended', async () => {
  expect((await sites('demo', '--count', '3')).said).toBe('3 sites opened; 7 in all.\n')
  expect((await sites('demo', '--count', '2')).said).toBe('2 sites opened; 9 in all.\n')
})

it('makes a site from the template that fits the library, or from the one that is named', async () => {
  await sites('new', 'n222401')
  await sites('new', 'n330702', '--template', 'children')
  const store = await connectStore({ mongoUri: null, dataDir: folder, appName: 'test', patience: 10_000 })
  try {
    const made = await store.db
      .collection<{ _id: string; template: string }>('sites')
      .find({ _id: { $in: ['n222401', 'n3301', 'n330702', 'n330110', 'n440305', 'n33'] } })
      .sort({ _id: 1 })
      .toArray()
    expect(Object.fromEntries(made.map(({ _id, template }) => [_id, template]))).toEqual({
      n222401: 'two-languages',
      n33: 'city',
      n3301: 'city',
      n330110: 'county',
      n330702: 'children',
      n440305: 'university-town',
    })
  } finally {
    await store.close()
  }
})

it('finishes a site that was begun and not finished, as it was begun', async () => {
  const store = await connectStore({ mongoUri: null, dataDir: folder, appName: 'test', patience: 10_000 })
  const home = await store.db.collection<{ _id: string }>('site_pages').findOne({ _id: 'n330702:/' })
  const begun = { ...home, _id: 'n330703:/', site: 'n330703', begunAs: 'children' }
  await store.db.collection<{ _id: string }>('site_pages').insertOne(begun)
  await store.close()
  const other = await sites('new', 'n330703', '--template', 'county')
  expect([other.code, other.said]).toEqual([1, expect.stringContaining('give --template children, or none')])
  expect((await sites('new', 'n330703')).said).toMatch(/: its site is open\.\n$/)
})

it('takes a site away as a file and brings it in elsewhere', async () => {
  const file = join(folder, 'n33.site')
  expect((await sites('export', 'n33', file)).said).toContain('0 pictures and files are in')
  const looked = await sites('import', 'n3303', file, '--dry-run')
  expect([looked.code, looked.said]).toEqual([0, expect.stringContaining('The site n3303 is opened.')])
  expect((await sites('list')).said).not.toContain('n3303 ')
  expect((await sites('import', 'n3303', file)).code).toBe(0)
  expect((await sites('list')).said).toContain('n3303 ')
  const none = await sites('import', 'nobody', file)
  expect([none.code, none.said]).toEqual([
    1,
    expect.stringContaining('There is no library with the code nobody.'),
  ])
})

it.each([
  [[], 'Use: npm run sites'],
  [['export', 'n33'], 'Use: npm run sites -- export'],
  [['new'], 'Use: npm run sites'],
  [['new', 'nobody'], 'There is no library with the code nobody'],
  [['new', 'n33', 'n34'], 'Use: npm run sites'],
  [['new', 'n3302', '--template', 'palace'], 'There is no template palace'],
  [['demo', '--count', '-1'], 'Use: npm run sites'],
  [['demo', '--count=0'], '--count: give a number from 1 to 10000'],
  [['close', 'n33'], 'Use: npm run sites'],
  [['domain', 'n33'], 'Use: npm run sites'],
])('says what is wrong with %j', async (args, sentence) => {
  const { code, said } = await sites(...args)
  expect(code).toBe(1)
  expect(said).toContain(sentence)
})
