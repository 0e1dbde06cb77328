// Query.library and Query.libraryByCode: a library's id is its code.
import type { Resolver } from '@shuxiang/subgraph-kit'
import type { LibraryDoc } from '../../store/documents.ts'
import { librariesByIds } from '../../store/read.ts'
import { isLibraryId } from '../ids.ts'

export const library: Resolver<unknown, { id: string }, LibraryDoc | null> = async (
  _,
  { id },
  { db, signal },
) => (isLibraryId(id) ? ((await librariesByIds(db, [id], { signal }))[0] ?? null) : null)

export const libraryByCode: Resolver<unknown, { code: string }, LibraryDoc | null> = (
  parent,
  { code },
  context,
  info,
) => library(parent, { id: code }, context, info)
