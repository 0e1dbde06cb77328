/** A branch site as its template gives it, for tests and benches. */
import { templateOf } from '@shuxiang/site-templates'
import { themeFiles } from '@shuxiang/themes/files'
import { blockSheets } from '@shuxiang/site-blocks/sheets'
import type { SiteInputs } from '../inputs.ts'

export function countyTemplateSite(now: Date, code = 'n330110', name = '余杭区图书馆'): SiteInputs {
  const template = templateOf('county')
  if (!template) throw new Error('There is no template county.')
  const { names, seal, theme, menu, pages } = template.siteOf({ code, name })
  return {
    code,
    facts: { names, seal, theme, menu },
    pages,
    origin: `http://${code}.sites.test`,
    sheet: themeFiles(undefined, blockSheets())[0]?.text ?? '',
    languages: ['zh-CN', 'en'],
    signIn: true,
    now,
  }
}
