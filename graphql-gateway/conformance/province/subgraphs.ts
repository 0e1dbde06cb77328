// The list of subgraphs with one line more: what `product/subgraphs.ts` is in the province.
import { kindsOf, type Kinds } from '@shuxiang/record'
import { checkModules, installedOf } from '@shuxiang/subgraph-kit/module'
import { facets } from '@shuxiang/vocabulary'
import { subgraphs as installed } from '../../product/subgraphs.ts'
import { maps } from './maps/module.ts'

export const subgraphs = [...installed, maps]

checkModules(subgraphs)

export async function installedKinds(): Promise<Kinds> {
  return kindsOf((await installedOf(subgraphs)).kinds, facets)
}
