// Configuration: what is understood, and the sentence for what is not.
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('readConfig', () => {
  it('needs only a place to listen', () => {
    const config = readConfig({ GATEWAY_SOCKET: '/tmp/g.sock' })
    expect(config).toMatchObject({ mode: 'development', mongoUri: null, listen: { socket: '/tmp/g.sock' } })
    expect(config.operationsDir).toMatch(/\.build\/releases$/)
  })

  it('takes empty variables for unset ones', () => {
    expect(readConfig({ GATEWAY_PORT: '0', MONGODB_URI: '', LOG_LEVEL: '' })).toMatchObject({
      listen: { port: 0 },
      mongoUri: null,
    })
  })

  it('reads the addresses of remote subgraphs', () => {
    const set = {
      GATEWAY_PORT: '0',
      SUBGRAPH_SECRET_FILE: '/s',
      SUBGRAPH_READING_ROOM_URL: 'http://h:1/graphql',
    }
    expect([...readConfig(set).remote]).toEqual([['reading-room', 'http://h:1/graphql']])
  })

  it.each([
    ['GATEWAY_SOCKET', {}],
    ['GATEWAY_SOCKET', { GATEWAY_SOCKET: '/s', GATEWAY_PORT: '1' }],
    ['GATEWAY_PORT', { GATEWAY_PORT: '70000' }],
    ['MONGODB_URI', { GATEWAY_PORT: '0', MONGODB_URI: 'http://x' }],
    ['SHUXIANG_MODE', { GATEWAY_PORT: '0', SHUXIANG_MODE: 'staging' }],
    ['LOG_LEVEL', { GATEWAY_PORT: '0', LOG_LEVEL: 'loud' }],
    ['PUBLIC_ORIGIN', { GATEWAY_PORT: '0', PUBLIC_ORIGIN: 'javascript:alert(1)' }],
    ['OPENSEARCH_URL', { GATEWAY_PORT: '0', OPENSEARCH_URL: 'http://x' }],
    ['SUBGRAPH_SECRET_FILE', { GATEWAY_PORT: '0', SUBGRAPH_SITES_URL: 'http://127.0.0.1:1/graphql' }],
    ['SUBGRAPH_SITES_URL', { GATEWAY_PORT: '0', SUBGRAPH_SITES_URL: 'file:///etc/passwd' }],
  ])('names %s when it is wrong', (variable, set) => {
    expect(() => readConfig(set)).toThrow(variable)
  })
})
