// The kinds that it brings.
import type { Kind } from '@shuxiang/record'
import { course } from './course/index.ts'
import { lecture } from './lecture/index.ts'

export const kinds: readonly Kind[] = [course, lecture]
