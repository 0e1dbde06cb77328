// Library.label and Library.pinyin
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import { englishLibrary, readName } from '../../model/english-names.ts'
import type { LibraryResolvers } from '../../schema/types.generated.ts'
import type { RegionDoc } from '../../store/documents.ts'
import { regionOf } from '../region-of.ts'
import { liveSiteOf } from './site.ts'

/** Where its site has a name in the language, that is the library's own word. */
export const label: LibraryResolvers['label'] = async ({ _id, name, regionId }, args, context) => {
  if (interfaceLanguage(args) === 'zh-CN') return name
  const own = (await liveSiteOf(context, _id))?.names['en']
  if (own) return own
  const region = regionId === '' ? null : await regionOf(context, regionId)
  const above = region && region.parentId !== '' ? await regionOf(context, region.parentId) : null
  return englishLibrary(name, placeOf(region), placeOf(above))
}

const placeOf = (region: RegionDoc | null) => region && { id: region._id, name: region.name }

export const pinyin: LibraryResolvers['pinyin'] = ({ name }) => readName(name)
