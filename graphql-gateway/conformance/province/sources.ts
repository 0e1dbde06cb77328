// The list of sources with one line more: what `product/sources.ts` is in the province.
import type { SourceModule } from '@shuxiang/record/source'
import { sources as installed } from '../../product/sources.ts'
import { maps } from './maps/source.ts'

export const sources: readonly SourceModule[] = [...installed, maps]
