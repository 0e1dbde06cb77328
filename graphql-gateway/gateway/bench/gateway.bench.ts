// CPU of a federated answer against the same answer of one @apollo/server with the same front, guards and plugins: with
// subgraphs as function calls, and as three processes behind signed HTTP. Ratios of CPU time of all processes of a variant
// to the monolith's in the same round, for other work on the machine makes all of a round dearer; medians.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { claims, json, keyServer, published, sign, signer } from '../authentication/provider.fixture.ts'
import { question } from './library.ts'

const rounds = Number(process.argv[2] ?? 7)
const perRound = 600
const connections = 8
const targets = { embedded: 1.4, remote: 3.8 }
/** Of the CPU of an anonymous request: what a signed-in one may cost more. */
const signedInTarget = 0.05

interface Variant {
  readonly name: string
  readonly processes: readonly ChildProcess[]
  readonly pool: Pool
  /** One of them for each request; none: anonymous. */
  readonly tokens: readonly string[]
}

const children: ChildProcess[] = []
const start = async (...args: string[]): Promise<{ child: ChildProcess; address: string }> => {
  const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), args)
  children.push(child)
  const [message] = await once(child, 'message')
  return { child, address: String(message.address) }
}
const variant = (
  name: string,
  front: { child: ChildProcess; address: string },
  behind: readonly ChildProcess[] = [],
  tokens: readonly string[] = [],
): Variant => ({
  name,
  processes: [front.child, ...behind],
  pool: new Pool(front.address, { connections }),
  tokens,
})

async function cpu(processes: readonly ChildProcess[]): Promise<number> {
  const used = await Promise.all(
    processes.map(async (child) => {
      const answer = once(child, 'message')
      child.send('cpu')
      const [message] = await answer
      return Number(message.cpu.user) + Number(message.cpu.system)
    }),
  )
  return used.reduce((sum, each) => sum + each, 0) / 1000
}

async function ask({ pool, tokens }: Variant, offset: number): Promise<string> {
  const token = tokens[offset % tokens.length]
  const body = JSON.stringify({ query: question, variables: { first: 20, offset } })
  const answer = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body,
  })
  return answer.body.text()
}

/** Milliseconds of CPU per request. */
async function round(each: Variant, seed: number): Promise<number> {
  const before = await cpu(each.processes)
  let next = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < perRound) await ask(each, (seed + next++ * 7) % 900)
    }),
  )
  return ((await cpu(each.processes)) - before) / perRound
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const key = await signer('k1')
const keys = await keyServer(json(await published(key)))
/** As many people as ask within the few minutes of a token. */
const tokens = await Promise.all(
  Array.from({ length: 100 }, (_, i) =>
    sign(key, {
      ...claims(Math.floor(Date.now() / 1000)),
      exp: Math.floor(Date.now() / 1000) + 3000,
      sub: `p${i}`,
      sid: `s${i}`,
    }),
  ),
)

try {
  const behind = await Promise.all(['books', 'people', 'holdings'].map((name) => start('subgraph', name)))
  const addresses = behind.map(({ address }) => `${address}/graphql`).join(',')
  const variants = [
    variant('monolith', await start('monolith')),
    variant('embedded', await start('embedded')),
    variant('signed-in', await start('signed-in', keys.url), [], tokens),
    variant(
      'remote',
      await start('remote', addresses),
      behind.map(({ child }) => child),
    ),
  ]
  const [expected, ...others] = await Promise.all(variants.map((each) => ask(each, 40)))
  if (!expected || others.some((other) => other !== expected))
    throw new Error('The variants do not answer alike.')
  const measured = new Map<string, number[]>(variants.map(({ name }) => [name, []]))
  for (let i = -2; i < rounds; i++)
    for (const each of variants) {
      const used = await round(each, i + 2)
      // The first two rounds warm up.
      if (i >= 0) measured.get(each.name)?.push(used)
    }
  const base = measured.get('monolith') ?? []
  for (const [name, values] of measured) {
    const target = name === 'embedded' || name === 'remote' ? `  target <= ${targets[name]}` : ''
    const ratio = median(values.map((value, i) => value / (base[i] ?? Number.NaN)))
    process.stdout.write(
      `${name.padEnd(9)} ${median(values).toFixed(2)} ms CPU a request  x${ratio.toFixed(2)}${target}\n`,
    )
  }
  const anonymous = measured.get('embedded') ?? []
  const more = (measured.get('signed-in') ?? []).map((value, i) => value / (anonymous[i] ?? Number.NaN) - 1)
  process.stdout.write(
    `signed in costs ${(100 * median(more)).toFixed(1)} % more than anonymous  target <= ${100 * signedInTarget} %\n`,
  )
  await Promise.all(variants.map(({ pool }) => pool.close()))
} finally {
  for (const child of children) child.kill()
  keys.close()
}
