// Every feature of federation, with subgraphs in this process and with subgraphs behind signed HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { federate, type Asked } from '../federate.ts'
import { abstractTypes, interfaceObject } from './abstract.ts'
import { keys } from './keys.ts'
import { providesAndOverride, requires } from './requires.ts'
import { federationOne, mutations, visibility } from './schema.ts'

const features = [
  keys,
  requires,
  providesAndOverride,
  interfaceObject,
  abstractTypes,
  visibility,
  mutations,
  federationOne,
]

describe.each(['in one process', 'behind HTTP'] as const)('subgraphs %s', (where) => {
  describe.each(features)('$name', ({ subgraphs, cases, corrected }) => {
    let asked: Asked
    beforeAll(async () => {
      asked = await federate(subgraphs(), { remote: where === 'behind HTTP', corrected })
    })
    afterAll(() => asked.close())

    it.each(cases)('$title', async ({ query, variables, data, errors = [] }) => {
      const result = await asked.ask(query, variables)
      expect(JSON.parse(JSON.stringify(result.data))).toEqual(data)
      expect((result.errors ?? []).map((error) => error.path?.join('.'))).toEqual(errors)
    })
  })
})
