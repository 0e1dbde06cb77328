/** `/libraries` of the portal: the directory of libraries; a region opens by `?region=<code>`. */
import type { PageDoc } from '@shuxiang/site-model'
import { block, both, page } from '../block.ts'

export const librariesTitle = both('各地图书馆', 'Libraries')

export const portalLibraries = (): PageDoc =>
  page(librariesTitle, both('按地区查找公共图书馆。', 'Public libraries by region.'), ['directory'], {
    directory: block('library-directory', { title: librariesTitle, show: 'page' }),
  })
