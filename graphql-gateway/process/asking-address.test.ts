// Whose guesses are counted together.
import { expect, it, test } from 'vitest'
import { askingAddress, networkOf } from './asking-address.ts'

const request = (remoteAddress: string | undefined, forwarded?: string) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
})

it('on this machine it is the other end of the connection, whatever a header says', () => {
  const of = askingAddress('http://localhost:8081')
  expect(of(request('127.0.0.1', '203.0.113.9'))).toBe('127.0.0.1')
  expect(of(request(undefined))).toBe('')
})

it('behind what serves others it is what that one says, not what a browser made it pass on', () => {
  const of = askingAddress('https://id.library.example')
  expect(of(request('127.0.0.1', '203.0.113.9'))).toBe('203.0.113.9')
  expect(of(request('127.0.0.1', '10.0.0.1, 198.51.100.7,  203.0.113.9'))).toBe('203.0.113.9')
  expect(of(request('127.0.0.1', '2001:db8::1'))).toBe('2001:db8::1')
  for (const none of [undefined, '', 'unknown', '203.0.113.9, _hidden', '1'.repeat(9_000)])
    expect(of(request('127.0.0.1', none))).toBe('127.0.0.1')
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:0:1:aaaa::1', '2001:db8:0:1'],
  ['2001:db8:0:1::', '2001:db8:0:1'],
  ['2001:0db8:0000:0001:0:0:0:2', '2001:db8:0:1'],
  ['::1', '0:0:0:0'],
])('the address %s belongs to the network %s', (address, network) => expect(networkOf(address)).toBe(network))
