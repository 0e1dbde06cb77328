// ChapterSummary
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import { forms, nameOf } from '@shuxiang/vocabulary'
import type { ChapterSummaryResolvers } from '../../schema/types.generated.ts'
import { personOfSpelling } from '../loaders.ts'
import { withSound } from '../names.ts'
import { bodyName, personLabel } from '../person/label.ts'
import { besideTitle } from './title-beside.ts'

/** How a source writes the age before the name: 宋代：欧阳修. */
const AGED = /^\p{Script=Han}{1,4}：/u

export const chapterSummary = {
  titleBeside: (chapter, args) => {
    const language = interfaceLanguage(args)
    return language === 'zh-CN' ? null : besideTitle(chapter, language)
  },
  creatorLabel: async ({ creator }, args, context) => {
    const language = interfaceLanguage(args)
    if (creator === undefined || language === 'zh-CN') return creator ?? null
    const name = creator.replace(AGED, '')
    const found = await personOfSpelling(context, name)
    return found?.person ? personLabel(found.person, language, context) : bodyName(name, language)
  },
  sectionLabel: async ({ section }, args) => {
    const language = interfaceLanguage(args)
    if (section === undefined) return null
    const name = nameOf(forms, section, language)
    if (language === 'zh-CN' || name !== section) return name
    return withSound(section)
  },
} satisfies Partial<ChapterSummaryResolvers>
