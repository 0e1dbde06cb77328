// Keys on disk: who may read them, and when which one signs.
import { chmodSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BadSecretFile, keptSecret, readSecret } from './files.ts'
import { inOrder, openSigningKeys, publishedAfter, publishedBefore, rotated, signsFor } from './signing.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'keys-'))
const day = 24 * 3_600_000

describe('a secret', () => {
  it('is made once, for its owner only, and stays', () => {
    const at = folder()
    const made = keptSecret(at, 'secret')
    expect(made).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(keptSecret(at, 'secret')).toBe(made)
    expect(statSync(join(at, 'secret')).mode & 0o777).toBe(0o600)
  })

  it('that others can read is refused, for it is one no more', () => {
    const file = join(folder(), 'secret')
    writeFileSync(file, 'x'.repeat(43))
    chmodSync(file, 0o644)
    expect(() => readSecret(file)).toThrow(BadSecretFile)
  })
})

describe('signing keys', () => {
  it('are the same after a start, and the first of all signs at once', async () => {
    const at = folder()
    const [first, ...rest] = await openSigningKeys(at, 1_000)
    expect(rest).toEqual([])
    expect((await openSigningKeys(at, 2_000)).map(({ kid }) => kid)).toEqual([first?.kid])
    expect(statSync(join(at, 'signing-keys.json')).mode & 0o777).toBe(0o600)
  })

  it('are followed by the next, which is published long before it signs', async () => {
    const at = folder()
    const [old] = await openSigningKeys(at, 0)
    const due = await openSigningKeys(at, signsFor)
    expect(due).toHaveLength(2)
    expect(due[0]?.kid).toBe(old?.kid)
    const early = await openSigningKeys(at, signsFor + publishedBefore - 1)
    expect(early[0]?.kid).toBe(old?.kid)
    const [signing, retired] = await openSigningKeys(at, signsFor + publishedBefore)
    expect(retired?.kid).toBe(old?.kid)
    expect(signing?.kid).not.toBe(old?.kid)
  })

  it('are forgotten when nothing they signed can be valid', () => {
    const keys = [{ from: 0 }, { from: 100 * day }]
    expect(rotated(keys, 100 * day + publishedAfter - 1).keys).toHaveLength(2)
    expect(rotated(keys, 100 * day + publishedAfter).keys).toEqual([{ from: 100 * day }])
  })

  it('sign although the clock was set back behind all of them', async () => {
    const keys = await openSigningKeys(folder(), 1_000_000)
    expect(inOrder(keys, 0)).toHaveLength(1)
  })

  it('in a damaged file are not replaced in silence', async () => {
    const at = folder()
    writeFileSync(join(at, 'signing-keys.json'), '{', { mode: 0o600 })
    await expect(openSigningKeys(at, 0)).rejects.toThrow(/damaged/)
  })
})
