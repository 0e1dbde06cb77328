import { describe, expect, it } from 'vitest'
import { portalHosts } from './hosts.ts'

const ours = portalHosts('https://portal.example', 8080)

describe('the portal’s hosts', () => {
  it.each(['portal.example', 'Portal.Example', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080'])(
    '%s is ours',
    (host) => {
      expect(ours(host)).toBe(true)
    },
  )
  it.each([
    undefined,
    '',
    'localhost',
    'localhost:80',
    'portal.example:8080',
    'portal.example.evil.example',
    'xportal.example',
    'portal.example.',
    '127.0.0.1.nip.io:8080',
    'localhost:8080, evil.example',
    '[::1]',
  ])('%s is not', (host) => {
    expect(ours(host)).toBe(false)
  })
})
