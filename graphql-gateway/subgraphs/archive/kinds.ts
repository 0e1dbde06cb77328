// The kinds that it brings.
import type { Kind } from '@shuxiang/record'
import { web } from './web/index.ts'
import { topic } from './topic/index.ts'

export const kinds: readonly Kind[] = [web, topic]
