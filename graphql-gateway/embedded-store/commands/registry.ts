// Every command the store has, by name. What is not here is refused with 59 (CommandNotFound).
import { aggregate } from './aggregate.ts'
import { bulkWrite } from './bulk-write.ts'
import {
  collMod,
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  renameCollection,
} from './collections.ts'
import type { Command } from './context.ts'
import { count, distinct } from './count.ts'
import { deleteCommand } from './delete.ts'
import { explain } from './explain.ts'
import { find } from './find.ts'
import { findAndModify } from './find-and-modify.ts'
import { getMore, killCursors } from './get-more.ts'
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts'
import { insert } from './insert.ts'
import { serverCommands } from './server-info.ts'
import { update } from './update.ts'

/** The commands. */
export const commands: Readonly<Record<string, Command>> = {
  ...serverCommands,
  insert,
  update,
  delete: deleteCommand,
  findAndModify,
  findandmodify: findAndModify,
  bulkWrite,
  find,
  aggregate,
  count,
  distinct,
  getMore,
  killCursors,
  explain,
  create,
  collMod,
  drop,
  dropDatabase,
  renameCollection,
  listCollections,
  listDatabases,
  createIndexes,
  listIndexes,
  dropIndexes,
}
