// Files on their way: in their order, over a line that breaks and a tab that is closed, ended by who wants, refused with a reason.
import type { Gql } from '@shuxiang/sdk'
import { expect, it } from 'vitest'
import { dealtWith } from './gifts.ts'
import { fitting, type KeptFile, type KeptFiles } from './kept-files.ts'
import type { FileToSend, SendPorts, SentOutcome } from './send-file.ts'
import { mostAtOnce, openUploads, tryAgainAfter, type Upload } from './uploads.ts'

const picture = (name: string): File => new File(['x'], name)
const at = { page: 'p1', block: 'b1', control: 'f-b1-image', had: '' }
const how = { to: { library: 'n33' }, kind: 'image' as const, at }
const gql: Gql = () => Promise.reject(new Error('nobody asks'))
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

function device(): KeptFiles & { readonly files: Map<string, KeptFile> } {
  const files = new Map<string, KeptFile>()
  return {
    files,
    all: async () => [...files.values()],
    keep: async (file) => void files.set(file.key, file),
    forget: async (key) => void files.delete(key),
  }
}

type Sent = (file: FileToSend, ports: SendPorts) => Promise<SentOutcome> | SentOutcome
function desk(sent: Sent, kept: KeptFiles | null = device()) {
  const due: { after: number; run: () => void }[] = []
  const ready: string[] = []
  const names: string[] = []
  const uploads = openUploads({
    ...{ gql, kept, locks: undefined },
    ready: ({ file }) => void ready.push(file.name),
    async send(file, ports) {
      names.push(file.name)
      return sent(file, ports)
    },
    timers: { set: (after, run) => due.push({ after, run }), clear: () => {} },
  })
  const states = (): string[] => uploads.list.map(({ file, state, why }) => `${file.name} ${state}${why}`)
  async function pass(after: number): Promise<void> {
    for (const one of due.splice(0)) if (one.after === after) one.run()
    await settled()
  }
  return { uploads, ready, names, states, pass }
}
const one = (list: readonly Upload[]): Upload => {
  const [first] = list
  if (!first) throw new Error('There is none.')
  return first
}

it('come in one after the other, and go when their field has them', async () => {
  const kept = device()
  const { uploads, ready, states, pass } = desk((file) => ({ kind: 'ready', id: file.name }), kept)
  uploads.give([picture('一'), picture('二')], how)
  expect(states()).toEqual(['一 sending', '二 waiting'])
  await settled()
  expect(ready).toEqual(['一', '二'])
  expect(kept.files.size).toBe(2)
  for (const { key } of uploads.list) uploads.taken(key)
  await pass(500)
  expect(kept.files.size).toBe(0)
  uploads.tidy()
  expect(uploads.list).toEqual([])
})

it('wait where no answer comes, in their order, and go on by themselves', async () => {
  let away = true
  const { uploads, ready, names, states, pass } = desk((file) =>
    away ? { kind: 'away' } : { kind: 'ready', id: file.name },
  )
  uploads.give([picture('一'), picture('二')], how)
  await settled()
  expect(states()).toEqual(['一 away', '二 waiting'])
  await pass(tryAgainAfter)
  expect(names).toEqual(['一', '一'])
  away = false
  uploads.online()
  await settled()
  expect(ready).toEqual(['一', '二'])
})

it('go on where another tab has left them, under the same key', async () => {
  const kept = device()
  const keys: string[] = []
  const first = desk((file) => {
    keys.push(file.key)
    return { kind: 'away' }
  }, kept)
  first.uploads.give([picture('一'), picture('二')], how)
  await settled()
  first.uploads.close()
  const second = desk((file) => {
    keys.push(file.key)
    return { kind: 'ready', id: file.name }
  }, kept)
  await second.uploads.resume()
  await settled()
  expect(second.ready).toEqual(['一', '二'])
  expect(keys[1]).toBe(keys[0])
  expect(second.uploads.list.map((upload) => upload.at)).toEqual([at, at])
})

it('that are not taken say why and are not kept; those that may be tried again are', async () => {
  const kept = device()
  let why = 'HEIC'
  const { uploads, states } = desk(() => ({ kind: 'refused', why }), kept)
  uploads.give([picture('一')], how)
  await settled()
  expect([states(), kept.files.size]).toEqual([['一 refusedHEIC'], 0])
  why = 'signed-out'
  uploads.give([picture('二')], how)
  await settled()
  expect([states()[1], kept.files.size]).toEqual(['二 refusedsigned-out', 1])
})

it('are ended by who does not want them, whether they wait or are half there', async () => {
  const kept = device()
  const signals: AbortSignal[] = []
  const { uploads, ready } = desk(
    (_, { signal }) =>
      new Promise((resolve) => {
        signals.push(signal)
        signal.addEventListener('abort', () => resolve({ kind: 'away' }))
      }),
    kept,
  )
  uploads.give([picture('一'), picture('二')], how)
  await settled()
  uploads.drop(one(uploads.list))
  await settled()
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  uploads.drop(one(uploads.list))
  await settled()
  expect([uploads.list.length, ready, kept.files.size]).toEqual([0, [], 0])
})

it('are no more than so many at once, and are sent where the device keeps nothing', async () => {
  const broken: KeptFiles = {
    all: () => Promise.reject(new Error('none')),
    keep: () => Promise.reject(new Error('none')),
    forget: () => Promise.reject(new Error('none')),
  }
  const { uploads, ready } = desk((file) => ({ kind: 'ready', id: file.name }), broken)
  await uploads.resume()
  uploads.give(
    Array.from({ length: mostAtOnce + 5 }, (_, n) => picture(String(n))),
    how,
  )
  await settled()
  expect(ready).toHaveLength(mostAtOnce)
})

it('what a device kept is checked, and is not kept for ever', () => {
  const file = picture('一')
  const now = Date.parse('2026-11-28T08:00:00Z')
  const whole = { key: 'a', file, ...how, since: now - 1000, order: 1 }
  const found = [
    whole,
    { ...whole, key: 'b', order: 0 },
    { ...whole, since: now - 8 * 24 * 3600 * 1000 },
    { ...whole, file: 'text' },
    { ...whole, to: { library: 7 } },
    null,
  ]
  expect(fitting(found, now).map(({ key }) => key)).toEqual(['b', 'a'])
})

it.each([
  ['its own field takes it', {}, 'take'],
  ['one that has something else by now keeps that', { had: 'other' }, 'not'],
  ['one that has it already has it', { had: 'new' }, 'has'],
  ['another field', { control: 'f-b1-other' }, 'not'],
  ['the field of another page', { page: 'p2', had: 'new' }, 'not'],
])('of what is ready: %s', (_, now, is) => {
  expect(dealtWith({ at, asset: 'new' }, { ...at, ...now })).toBe(is)
})
