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

  it.each([
    [{ MONGODB_URI: 'postgres://x' }, 'MONGODB_URI'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ FIRST_IMPORT: 'maybe' }, 'FIRST_IMPORT'],
  ])('%j are refused by name', (variables, name) => {
    expect(() => readConfig(variables)).toThrow(BadConfig)
    expect(() => readConfig(variables)).toThrow(name)
  })
})
