// The fields of `Person`.
import { scriptOf } from '@shuxiang/han'
import { interfaceLanguage } from '@shuxiang/subgraph-kit'
import { entryOf, factSourceName, nameOf, nameTypes, personAddress, worksAddress } from '@shuxiang/vocabulary'
import type { PersonAliasResolvers, PersonResolvers, SourceResolvers } from '../../schema/types.generated.ts'
import { bestKnown } from './best-known.ts'
import { contemporaries } from './contemporaries.ts'
import type { WorkCounts } from './counts.ts'
import { personJsonLd } from './json-ld.ts'
import { personLabel } from './label.ts'
import { lifetimeWords } from './lifetime.ts'
import { storedPerson } from './node.ts'

/** `origin` of the portal, for addresses in JSON-LD. */
export function personFields(counts: WorkCounts, origin: string) {
  return {
    id: ({ _id }) => _id,
    label: (node, args, context) => personLabel(node, interfaceLanguage(args), context),
    traditionalName: async (node, _, context) => {
      const { name, alternativeNames = [] } = await storedPerson(node, context)
      // A spelling of the same length: 蘇軾. Another one is another name, as 後主煜.
      return (
        alternativeNames.find((other) => other !== name && [...other].length === [...name].length) ?? null
      )
    },
    pinyin: async (node, _, context) => (await storedPerson(node, context)).pinyin ?? null,
    otherNames: async (node, _, context) => {
      const { name: own, names = [] } = await storedPerson(node, context)
      const courtesy = names.filter(({ type }) => type === 'courtesy').map(({ name }) => name)
      return (
        names
          // A surname before a courtesy name is for who types it, and says nothing new to who reads.
          .filter(
            ({ name, type }) =>
              type !== 'other' ||
              !courtesy.some((one) => own.startsWith(name.slice(0, -one.length)) && name.endsWith(one)),
          )
          .map(({ name, type, pinyin = null }) => ({ name, type, pinyin }))
      )
    },
    born: async (node, _, context) => (await storedPerson(node, context)).born ?? null,
    died: async (node, _, context) => (await storedPerson(node, context)).died ?? null,
    lifetime: async (node, args, context) =>
      lifetimeWords(await storedPerson(node, context))?.[interfaceLanguage(args)] ?? null,
    factsFrom: async (node, args, context) => {
      const { datesFrom, names = [] } = await storedPerson(node, context)
      const sources = [datesFrom, ...names.map(({ source }) => source)]
      const language = interfaceLanguage(args)
      return [...new Set(sources.filter((source) => source !== undefined))].map((source) =>
        factSourceName(source, language),
      )
    },
    period: async (node, _, context) => (await storedPerson(node, context)).period ?? null,
    biography: async (node, _, context) => (await storedPerson(node, context)).biography ?? null,
    biographyLanguage: async (node, _, context) => {
      const { biography } = await storedPerson(node, context)
      return biography ? `zh-${await scriptOf(biography)}` : null
    },
    biographySource: async (node, _, context) => (await storedPerson(node, context)).source ?? null,
    workCount: ({ _id }, _, context) => counts.of(context, _id),
    bestKnown,
    contemporaries: contemporaries(counts),
    url: ({ _id }) => personAddress(_id),
    worksUrl: ({ _id }) => worksAddress(_id),
    jsonLd: async (node, _, context) => personJsonLd(await storedPerson(node, context), origin),
  } satisfies Partial<PersonResolvers>
}

export const personAlias = {
  label: ({ type }, args) => nameOf(nameTypes, entryOf(nameTypes, type)?.id ?? type, interfaceLanguage(args)),
} satisfies Partial<PersonAliasResolvers>

export const source = {
  label: ({ name }, args) => factSourceName(name, interfaceLanguage(args)),
} satisfies Partial<SourceResolvers>
