// The store's command line: what it says, what it refuses, and a shell that does no harm.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore, type Store } from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'store-cli-'))
const dataDir = join(root, 'data')
let store: Store | null = null

beforeAll(async () => {
  store = await openStore({ dataDir })
  const client = await new MongoClient(store.uri).connect()
  await client
    .db('shuxiang')
    .collection<{ _id: number; title: string }>('records')
    .insertMany([
      { _id: 1, title: '论语' },
      { _id: 2, title: '诗经' },
    ])
  await client.close()
})
afterAll(async () => {
  await store?.close()
  rmSync(root, { recursive: true, force: true })
})

async function run(args: readonly string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
  })
  child.stdin.end(input)
  const ended = new Promise<number>((done) => child.on('close', (code) => done(code ?? 1)))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, out, err: err.replaceAll(/^.*Warning.*\n|^\(Use .*\n/gm, '') }
}

test('says what there is, and refuses what there is not in one sentence', async () => {
  const help = await run(['--help'])
  expect(help.code).toBe(0)
  for (const name of ['serve', 'status', 'backup', 'restore', 'copy', 'shell'])
    expect(help.out).toContain(`-- ${name}`)
  for (const [args, sentence] of [
    [['frob'], /no command "frob"/],
    [['status', '--port', '5'], /no option --port/],
    [['status', '--frob'], /Unknown option '--frob'/],
    [['backup'], /backup needs a file/],
    [['copy'], /copy needs --to/],
    [['copy', '--to', 'me:secret@host'], /--to must be an address like/],
    [['serve', '--port', '99999'], /--port must be a number/],
    [['status', '--data', join(root, 'none')], /There is no store/],
  ] as const) {
    const { code, out, err } = await run(args)
    expect(err.trim().split('\n'), args.join(' ')).toHaveLength(1)
    expect(err).toMatch(sentence)
    expect(err).not.toContain('secret')
    expect(code).toBe(1)
    expect(out).toBe('')
  }
})

test('status tells the limits, for people and for programs, of a running store and of a resting one', async () => {
  const people = await run(['status'])
  expect(people.out).toContain('2 documents in 1 collections')
  expect(people.out).toContain('not offered: multi-document transactions')
  expect(people.out).toContain('copy --to mongodb://')
  await store?.close()
  store = null
  const programs: unknown = JSON.parse((await run(['status', '--json'])).out)
  expect(programs).toMatchObject({ kind: 'embedded', documents: 2, owner: true })
})

test('the shell shows, and changes nothing unless asked to', async () => {
  const look = await run(['shell'], 'show()\ndb.records.find({}).sort({ _id: 1 })\n')
  expect(look.out).toBe('shuxiang.records  2\n{"_id":1,"title":"论语"}\n{"_id":2,"title":"诗经"}\n')
  expect((await run(['shell'], "db.collection('records').countDocuments()")).out).toBe('2\n')
  for (const harm of [
    'db.records.deleteMany({})',
    "db.collection('records').deleteMany({})",
    "db.collection('records').aggregate([{ $out: 'records' }]).toArray()",
    'db.command({ dropDatabase: 1 })',
    'db.dropDatabase()',
    '(await db.collections())[0].drop()',
    "db.command({ aggregate: 'records', pipeline: [{ $out: 'records' }], cursor: {} })",
    "db.runCursorCommand({ insert: 'records', documents: [{}] })",
    "db.admin().command({ renameCollection: 'shuxiang.records', to: 'shuxiang.gone' })",
    "db.client.db('shuxiang').dropDatabase()",
    "db.collection('records').initializeUnorderedBulkOp()",
  ]) {
    const { code, err } = await run(['shell'], harm)
    expect(err, harm).toMatch(/start the shell with --write|not a function/)
    expect(code).toBe(1)
  }
  expect(
    (await run(['shell', '--write'], "db.collection('records').deleteOne({ _id: 2 })\nshow()")).out,
  ).toContain('shuxiang.records  1')
})
