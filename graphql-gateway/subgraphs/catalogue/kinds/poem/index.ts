// Poems: a short work that is one text. Everything known of one stands in the kernel.
import { defineKind } from '@shuxiang/record'
import { kindEntry } from '@shuxiang/vocabulary'
import { z } from 'zod'
import { exports, manner } from './export.ts'
import { search } from './search.ts'

export const poem = defineKind({
  entry: kindEntry('poem'),
  details: z.strictObject({}),
  dated: ['created'],
  search,
  manner,
  exports,
})
