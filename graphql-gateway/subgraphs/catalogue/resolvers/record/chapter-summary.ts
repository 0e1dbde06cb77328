// ChapterSummary
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import { forms, nameOf } from '@shuxiang/vocabulary'
import type { ChapterSummaryResolvers } from '../../schema/types.generated.ts'
import { personOfSpelling } from '../loaders.ts'
import { personLabel } from '../person/label.ts'
import { besideTitle } from './title-beside.ts'

export const chapterSummary = {
  titleBeside: ({ title, language }, args) => besideTitle({ title, language }, interfaceLanguage(args)),
  creatorLabel: async ({ creator }, args, context) => {
    const language = interfaceLanguage(args)
    if (creator === undefined || language === 'zh-CN') return creator ?? null
    const found = await personOfSpelling(context, creator)
    return found?.person ? personLabel(found.person, language, context) : creator
  },
  sectionLabel: ({ section }, args) =>
    section === undefined ? null : nameOf(forms, section, interfaceLanguage(args)),
} satisfies Partial<ChapterSummaryResolvers>
