// Region.label
import { englishRegion } from '../../model/english-names.ts'
import type { RegionResolvers } from '../../schema/types.generated.ts'
import { interfaceLanguage } from '../interface-language.ts'

export const label: RegionResolvers['label'] = ({ _id, name }, { language }) =>
  interfaceLanguage(language) === 'en' ? englishRegion({ id: _id, name }) : name
