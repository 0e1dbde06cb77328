// The kinds that it brings.
import type { Kind } from '@shuxiang/record'
import { government } from './kind/index.ts'

export const kinds: readonly Kind[] = [government]
