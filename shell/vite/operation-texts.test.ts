// What a release carries of its operations: ids, names and whether they change something, no text.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { withoutTexts } from './operation-texts.ts'

it('cuts each text to its first word, in either quotes and over escapes', () => {
  const source = String.raw`
export const A: Operation<AData, AVariables> = {
  id: 'sha256:1',
  name: 'A',
  text: 'mutation A($x: String = "it\'s") {\n  a(x: $x)\n}',
}
export const B: Operation<BData, BVariables> = {
  id: 'sha256:2',
  name: 'B',
  text:
    "query B {\n  b(say: \"hello\", and: 'bye')\n}",
}
`
  expect(withoutTexts(source)).toBe(`
export const A: Operation<AData, AVariables> = {
  id: 'sha256:1',
  name: 'A',
  text: 'mutation',
}
export const B: Operation<BData, BVariables> = {
  id: 'sha256:2',
  name: 'B',
  text:
    "query",
}
`)
})

it.each(['account', 'console', 'search'])('leaves no document in the operations of %s', async (name) => {
  const path = resolve(import.meta.dirname, '../../microfrontends', name, 'operations.generated.ts')
  const cut = withoutTexts(await readFile(path, 'utf8'))
  expect(cut).toMatch(/id: 'sha256:/)
  expect(cut.match(/\btext:\s*["'][^"']*/g)?.filter((text) => !/["'](query|mutation)$/.test(text))).toEqual(
    [],
  )
  expect(cut).not.toMatch(/(query|mutation) \w+/)
})
