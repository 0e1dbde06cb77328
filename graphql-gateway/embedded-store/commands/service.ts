// Answers commands: checks what all of them share, finds the one asked for, and turns failures into replies.
import { setTimeout as pause } from 'node:timers/promises'
import { codeNameOf } from '../bson/errors.ts'
import { encodeAnswer } from '../bson/encode.ts'
import { documentOf, isDocument, toWhole, type Document } from '../bson/values.ts'
import { Arguments } from './arguments.ts'
import { readCollation } from './collation.ts'
import { deadline, defaultTime, longestWrite } from './clock.ts'
import { checkDatabase, namespaceOf, type Answer, type Command, type Context, type Parts } from './context.ts'
import type { CommandService, Reply, Request } from './contract.ts'
import { describeFailure, refuse } from './errors.ts'
import type { Failure } from './fail-points.ts'
import { commands } from './registry.ts'
import { earlierAnswer, keepAnswer, type RetryKey, retryKeyOf } from './retries.ts'
import { attempt } from './write-queue.ts'

/** Errors after which a driver may send a write again (specification: retryable writes). */
const retryable = new Set([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436])

/** The service over these parts. `fault` hears of failures that are the store's own. */
export function createService(
  parts: Parts,
  fault: (command: string, error: unknown) => void,
): CommandService {
  async function execute(request: Request): Promise<Reply> {
    try {
      const command = commandFor(request.name)
      const failure = parts.failPoints?.take(
        request.name,
        command?.writes === true && isFresh(request.command),
      )
      if (failure) {
        const cut = await simulate(failure)
        if (cut) return cut
      }
      if (!command) return refuse(59, `no such command: '${request.name.slice(0, 100)}'`)
      const reply = await run(command, request, failure?.hang === 'inTransaction')
      return failure ? disturbed(reply, failure) : reply
    } catch (error) {
      return failed(request, error)
    }
  }

  /** A retryable write that has not been done before. */
  function isFresh(command: Document): boolean {
    const retry = retryKeyOf(command)
    return retry !== null && earlierAnswer(parts.keyspace, retry) === undefined
  }

  async function run(command: Command, request: Request, hang: boolean): Promise<Reply> {
    const context = contextFor(command, request)
    let open = false
    try {
      if (command.writes) return finished(request, await write(command, request, context, hang))
      const reply = finished(request, await command.run(context))
      open = reply.batch !== undefined && reply.batch.id !== 0n && reply.batch.field === 'firstBatch'
      return reply
    } finally {
      // A cursor gives back at its end what its command keeps.
      if (!open) context.tick.account.end()
    }
  }

  async function write(
    command: Command,
    request: Request,
    context: Context,
    hang: boolean,
  ): Promise<Document> {
    const retry = retryKeyOf(request.command)
    return attempt(parts.writes, () => {
      if (hang) stuck()
      const earlier = retry && earlierAnswer(parts.keyspace, retry)
      if (earlier) return earlier
      const fields = command.run(context)
      if (!(fields instanceof Map)) throw new Error(`${request.name} did not answer at once`)
      settle(request.name, retry, fields)
      return fields
    })
  }

  /** Keeps the answer for a retry. One that could not be sent ends the transaction: its client must not think it failed. */
  function settle(name: string, retry: RetryKey | null, fields: Document): void {
    try {
      if (retry) keepAnswer(parts.keyspace, retry, fields, parts.clock.now())
      else encodeAnswer(fields)
    } catch (error) {
      throw new Error(`${name} was not done: its answer cannot be sent (${String(error)})`)
    }
  }

  function contextFor(command: Command, request: Request): Context {
    const { command: document, name, peer } = request
    const database = document.get('$db')
    if (typeof database !== 'string') return refuse(40414, 'OP_MSG requests require a $db argument')
    if (command.adminOnly && database !== 'admin')
      refuse(13, `${name} may only be run against the admin database.`)
    checkShared(document)
    parts.sessions.note(document.get('lsid'), parts.clock.now())
    const args = new Arguments(name, document, command.fields)
    const asked = args.whole('maxTimeMS', 0) ?? 0
    const time = command.writes ? Math.min(asked || defaultTime, longestWrite) : asked || defaultTime
    // A write is carried out though its client has gone: the client may ask again what became of it.
    const closed = command.writes ? () => false : peer.closed
    const tick = deadline(parts.clock, time, closed, parts.memory.account(), request.size)
    const context: Context = {
      parts,
      request,
      args,
      database: checkDatabase(database),
      namespace: () => namespaceOf(database, document.get(name), name),
      tick,
      environment: (variables, collation) => ({
        now: parts.clock.now(),
        tick,
        keep: tick.account.keep,
        random: parts.random,
        collation: readCollation(collation),
        ...(variables ? { variables } : {}),
      }),
    }
    return context
  }

  function failed(request: Request, error: unknown): Reply {
    let fields = describeFailure(error)
    if (!fields) {
      fault(request.name, error)
      // A disk that took only a part of a page is an input/output error to LMDB.
      const full =
        error instanceof Error &&
        /no space|ENOSPC|MAP_FULL|disk|too large|quota|input\/output/i.test(error.message)
      fields = full
        ? documentOf(
            ['code', 14031],
            ['codeName', 'OutOfDiskSpace'],
            [
              'errmsg',
              'the store cannot write: its disk is full, or fails; free some space and try again, reading goes on',
            ],
          )
        : documentOf(
            ['code', 1],
            ['codeName', 'InternalError'],
            ['errmsg', `the embedded store failed in ${request.name}; its log says why`],
          )
    }
    const code = toWhole(fields.get('code')) ?? 1
    if (retryable.has(code) && request.command.has('txnNumber'))
      fields.set('errorLabels', ['RetryableWriteError'])
    return { fields: new Map([['ok', 0], ...fields]) }
  }

  return { execute }
}

function commandFor(name: string): Command | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined
}

/** What every command may ask for and this store cannot give. */
function checkShared(document: Document): void {
  if (document.has('autocommit') || document.has('startTransaction'))
    refuse(
      // 20 would be a lone server's number, but drivers then tell users to switch retryable writes off.
      263,
      'Transactions are not offered by the embedded store; keep what belongs together in one document',
    )
  const version = document.get('apiVersion')
  if (version !== undefined && version !== '1') refuse(322, `API version must be "1"`)
  const concern = document.get('readConcern')
  const level = isDocument(concern) ? concern.get('level') : undefined
  if (level === 'snapshot') refuse(246, 'readConcern snapshot is not offered by the embedded store')
}

function finished(request: Request, answer: Answer): Reply {
  const reply: Reply = answer instanceof Map ? { fields: answer } : answer
  const fields = new Map(reply.fields)
  if (!fields.has('ok')) fields.set('ok', 1)
  const concern = unsatisfied(request.command)
  if (concern) fields.set('writeConcernError', concern)
  return { ...reply, fields }
}

/** A write concern of more members than the one there is. The write itself has been done. */
function unsatisfied(command: Document): Document | undefined {
  const concern = command.get('writeConcern')
  const w = isDocument(concern) ? concern.get('w') : undefined
  if (typeof w === 'number' && w > 1)
    return documentOf(
      ['code', 100],
      ['codeName', codeNameOf(100)],
      ['errmsg', 'Not enough data-bearing nodes'],
    )
  if (typeof w === 'string' && w !== 'majority')
    return documentOf(
      ['code', 79],
      ['codeName', codeNameOf(79)],
      ['errmsg', `No write concern mode named '${w.slice(0, 60)}' found in replica set configuration`],
    )
  return undefined
}

/** What a fail point does before the command. */
async function simulate(failure: Failure): Promise<Reply | null> {
  if (failure.hang === 'before') stuck()
  if (failure.block > 0) await pause(failure.block)
  if (failure.closeConnection) return { fields: new Map(), hangUp: true }
  if (failure.errorCode === null) return null
  const fields = documentOf(
    ['ok', 0],
    ['code', failure.errorCode],
    ['codeName', codeNameOf(failure.errorCode)],
    ['errmsg', "Failing command via 'failCommand' failpoint"],
  )
  const labels = failure.labels ?? (retryable.has(failure.errorCode) ? ['RetryableWriteError'] : [])
  if (labels.length > 0) fields.set('errorLabels', [...labels])
  return { fields }
}

function stuck(): never {
  for (;;);
}

/** What a fail point does after the command. */
function disturbed(reply: Reply, { writeConcernError, labels, afterCommit }: Failure): Reply {
  if (afterCommit) return { fields: new Map(), hangUp: true }
  if (writeConcernError) reply.fields.set('writeConcernError', writeConcernError)
  if (writeConcernError && labels) reply.fields.set('errorLabels', [...labels])
  return reply
}
