// A file on its way: in parts, over a line that breaks, until it is worked on; and why it is not taken.
import type { Gql, GqlResult } from '@shuxiang/sdk'
import { expect, it } from 'vitest'
import { largestFile, sendFile, type FileToSend } from './send-file.ts'

const file = (bytes = new Uint8Array([1, 2, 3, 4, 5])): FileToSend => ({
  ...{ key: 'k', name: '馆.jpg', bytes },
  to: { library: 'n33' },
  kind: 'image',
})
const begun = { id: 'a1', state: 'RECEIVING', turn: 2, parts: 3, partBytes: 2 }

/** A graph that answers as it is told, by the name of what is asked. */
function graph(answers: Readonly<Record<string, (variables: unknown) => unknown>>) {
  const asked: { name: string; variables: unknown }[] = []
  const gql: Gql = async (operation, variables) => {
    asked.push({ name: operation.name, variables })
    const answer = answers[operation.name]?.(variables)
    if (answer instanceof Error) throw answer
    return { data: null, errors: [], ...Object(answer) } as GqlResult<never>
  }
  return { gql, asked, signal: new AbortController().signal, pause: async () => {} }
}
const state = (now: string, more: object = {}) => ({
  data: { asset: { id: 'a1', turn: 2, state: now, refusal: null, ...more } },
})
const refusal = (reason: string | undefined, code = 'BAD_USER_INPUT') => ({
  errors: [{ message: '', path: [], code, ...(reason && { reason }) }],
})

it('is sent whole, each part again on a line that breaks, and waited for', async () => {
  let breaks = 2
  const looks = ['WORKING', 'WORKING', 'READY']
  const told: number[] = []
  const ports = graph({
    BeginFile: () => ({ data: { beginAsset: begun } }),
    AddFilePart: () => (breaks-- > 0 ? new Error('broken') : { data: { addAssetPart: { id: 'a1' } } }),
    SentFile: () => state(looks.shift() ?? ''),
  })
  expect(await sendFile(file(), { ...ports, progress: (percent) => told.push(percent) })).toEqual({
    kind: 'ready',
    id: 'a1',
  })
  const parts = ports.asked.filter(({ name }) => name === 'AddFilePart').map(({ variables }) => variables)
  expect(parts.slice(-2)).toEqual([
    { id: 'a1', turn: 2, position: 1, content: btoa('\x03\x04') },
    { id: 'a1', turn: 2, position: 2, content: btoa('\x05') },
  ])
  expect(told).toEqual([33, 67, 100])
})

it('in the place of another is that one', async () => {
  const ports = graph({
    ReplaceFile: () => ({ data: { replaceAsset: { ...begun, parts: 1, partBytes: 9 } } }),
    AddFilePart: () => ({ data: { addAssetPart: { id: 'a1' } } }),
    SentFile: () => state('READY'),
  })
  const outcome = await sendFile({ ...file(), to: { replaces: 'a1' } }, { ...ports, progress: () => {} })
  expect(outcome).toEqual({ kind: 'ready', id: 'a1' })
  expect(ports.asked[0]).toMatchObject({ name: 'ReplaceFile', variables: { id: 'a1', key: 'k', bytes: 5 } })
})

it.each([
  ['one that is too large', { bytes: new Uint8Array(largestFile + 1) }, {}, 'too-large'],
  ['an empty one', { bytes: new Uint8Array() }, {}, 'empty-file'],
  [
    'a document in the place of a picture',
    { bytes: new TextEncoder().encode('%PDF-1.7') },
    {},
    'not-picture',
  ],
  ['a picture in the place of a document', { kind: 'document' as const }, {}, 'not-document'],
  ['one without room', {}, { BeginFile: () => refusal('no-space') }, 'no-space'],
  ['one of who may not', {}, { BeginFile: () => refusal(undefined, 'FORBIDDEN') }, 'forbidden'],
  ['one after the sign-in', {}, { BeginFile: () => refusal(undefined, 'UNAUTHENTICATED') }, 'signed-out'],
  [
    'a picture of a telephone',
    {},
    {
      BeginFile: () => ({ data: { beginAsset: { ...begun, parts: 0 } } }),
      SentFile: () => state('REFUSED', { refusal: 'HEIC' }),
    },
    'HEIC',
  ],
])('%s is refused, and says why', async (_, more, answers, why) => {
  expect(await sendFile({ ...file(), ...more }, { ...graph(answers), progress: () => {} })).toEqual({
    kind: 'refused',
    why,
  })
})

it('given once more after it arrived is looked at only', async () => {
  const ports = graph({
    BeginFile: () => ({ data: { beginAsset: { ...begun, state: 'WORKING' } } }),
    SentFile: () => state('READY'),
  })
  expect(await sendFile(file(), { ...ports, progress: () => {} })).toEqual({ kind: 'ready', id: 'a1' })
  expect(ports.asked.map(({ name }) => name)).toEqual(['BeginFile', 'SentFile'])
})

it('is no refusal where no answer comes: the same once more is the same file', async () => {
  const away = graph({ BeginFile: () => new Error('no network') })
  expect(await sendFile(file(), { ...away, progress: () => {} })).toEqual({ kind: 'away' })
})
