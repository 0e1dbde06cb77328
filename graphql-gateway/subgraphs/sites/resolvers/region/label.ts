// Region.label
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import { englishRegion } from '../../model/english-names.ts'
import type { RegionResolvers } from '../../schema/types.generated.ts'

export const label: RegionResolvers['label'] = ({ _id, name }, args) =>
  interfaceLanguage(args) === 'en' ? englishRegion({ id: _id, name }) : name
