// No answer of one person to another: attacks on kept and shared answers, over HTTP.
import { afterEach, describe, expect, it } from 'vitest'
import { startGateway, type GatewayProcess } from './start.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function gateway(remote: boolean): Promise<GatewayProcess> {
  const started = await startGateway({ cached: true, personal: remote ? 'elsewhere' : 'here' })
  closers.push(() => started.stop())
  return started
}

async function ask({ url }: GatewayProcess, query: string, authorization?: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify({ query }),
  })
  const { data } = await response.json()
  const { headers } = response
  return { data, control: headers.get('cache-control'), vary: headers.get('vary'), etag: headers.get('etag') }
}

describe.each([
  ['in this process', false],
  ['elsewhere', true],
])('with the subgraph %s', (_, remote) => {
  it('what was made for a person goes to nobody else, whoever asks first', async () => {
    for (const order of [
      ['a', 'b', undefined],
      [undefined, 'a', 'b'],
      ['b', undefined, 'a'],
    ]) {
      const served = await gateway(remote)
      for (let round = 0; round < 3; round++)
        for (const who of order) {
          const { data } = await ask(served, '{ who open }', who)
          expect(data.who).toMatch(who === undefined ? /^nobody/ : new RegExp(`^${who} `))
        }
    }
  })

  it('also not of those who ask the same at the same time', async () => {
    const served = await gateway(remote)
    for (let round = 0; round < 10; round++) {
      const asking = ['a', 'b', undefined, 'a', 'b', undefined]
      const answers = await Promise.all(asking.map((who) => ask(served, '{ slow }', who)))
      expect(answers.map(({ data }) => String(data.slow).split(' ')[0])).toEqual(
        asking.map((who) => who ?? 'nobody'),
      )
    }
  })

  it('is kept nowhere on the way', async () => {
    const served = await gateway(remote)
    for (const query of ['{ who }', '{ mine }', '{ shelf }', '{ open who }'])
      expect(await ask(served, query, 'a')).toMatchObject({
        control: 'private, no-store',
        vary: 'authorization',
        etag: null,
      })
    expect(await ask(served, '{ mine }')).toMatchObject({ data: { mine: null }, control: 'no-store' })
  })

  it('what depends on nobody is made once for all', async () => {
    const served = await gateway(remote)
    for (const who of ['a', undefined, 'b'])
      expect(await ask(served, '{ open }', who)).toMatchObject({
        data: { open: 'open 1' },
        control: 'public, max-age=60',
        vary: 'authorization',
      })
  })

  it('what nobody was asked for serves those who are nobody, and no person', async () => {
    const served = await gateway(remote)
    expect([(await ask(served, '{ who }')).data, (await ask(served, '{ who }')).data]).toEqual([
      { who: 'nobody 1' },
      { who: 'nobody 1' },
    ])
    expect((await ask(served, '{ who }', 'a')).data).toEqual({ who: 'a 2' })
    expect((await ask(served, '{ who }')).data).toEqual({ who: 'nobody 1' })
  })

  it('by its arguments the same field may depend on who asks or not', async () => {
    const served = await gateway(remote)
    expect(await ask(served, '{ sometimes }', 'a')).toMatchObject({ control: 'public, max-age=60' })
    expect(await ask(served, '{ sometimes(card: true) }', 'a')).toMatchObject({
      data: { sometimes: 'a' },
      control: 'private, no-store',
    })
    expect((await ask(served, '{ sometimes(card: true) }', 'b')).data).toEqual({ sometimes: 'b' })
  })
})
