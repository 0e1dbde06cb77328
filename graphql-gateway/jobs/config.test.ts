// The settings of the job worker.
import { describe, expect, it } from 'vitest'
import { BadConfig, readConfig } from './config.ts'

describe('settings', () => {
  it('have defaults, and empty values count as unset', () => {
    const config = readConfig({ MONGODB_URI: '', LOG_LEVEL: '' })
    expect(config).toMatchObject({ mongoUri: null, logLevel: 'info', firstImport: 20_000 })
    expect(readConfig({ FIRST_IMPORT: '0' }).firstImport).toBe(0)
    expect(config.dataDir).toMatch(/\/\.data$/)
  })

  it('know the portal by the same address as the shell', () => {
    expect(readConfig({ PORT: '8090' }).publicOrigin).toBe('http://localhost:8090')
    expect(readConfig({ PUBLIC_ORIGIN: 'https://book.example/x' }).publicOrigin).toBe('https://book.example')
  })

  it.each([
    [{ MONGODB_URI: 'postgres://x' }, 'MONGODB_URI'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ FIRST_IMPORT: 'maybe' }, 'FIRST_IMPORT'],
    [{ PUBLIC_ORIGIN: 'book.example' }, 'PUBLIC_ORIGIN'],
  ])('%j are refused by name', (variables, name) => {
    expect(() => readConfig(variables)).toThrow(BadConfig)
    expect(() => readConfig(variables)).toThrow(name)
  })
})
