// The fields of `Witness`
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import { entryOf, textSources } from '@shuxiang/vocabulary'
import type { WitnessResolvers } from '../../schema/types.generated.ts'
import { comparison, variantsAmong } from './variants.ts'

export const witnessFields = {
  name: ({ source }, args) => entryOf(textSources, source.id)?.words[interfaceLanguage(args)] ?? source.label,
  source: ({ source }) => source.label,
  compared: (node) => {
    const [own] = node.all
    return node.isOwn || own === undefined || comparison(own, node) !== null
  },
  readings: (node) => {
    const [own] = node.all
    return node.isOwn || own === undefined ? [] : variantsAmong(own, [node])
  },
} satisfies Partial<WitnessResolvers>
