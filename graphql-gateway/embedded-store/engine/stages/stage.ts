// What a pipeline stage is, and the memory and time it is held to.
import type { Bindings, Documents, Environment } from '../environment.ts'
import { fail } from '../../bson/errors.ts'
import { sizeOf } from '../size.ts'
import type { Document, Value } from '../../bson/values.ts'

/** Turns a stream of documents into another; `bindings` are the variables of the pipelines around it. */
export type Stage = (source: Documents, bindings: Bindings | undefined) => Documents

/** Where a stage is compiled. */
export interface StageScope {
  readonly env: Environment
  readonly names: ReadonlySet<string>
  /** Compiles a pipeline inside this one, with more variables. @throws MongoError 15 when nested too deep. */
  pipeline(specs: readonly Document[], more?: readonly string[]): Stage
}

/** Compiles the operand of a stage. */
export type CompileStage = (operand: Value, scope: StageScope, name: string) => Stage

const megabyte = 1024 * 1024

/** Counts what a stage keeps, and asks for the time now and then. */
export class Keeper {
  private bytes = 0
  private count = 0
  private readonly limit: number
  private readonly name: string
  private readonly tick: () => void
  private readonly note: (bytes: number) => void

  constructor(name: string, env: Environment) {
    this.name = name
    this.limit = env.memoryLimit ?? 100 * megabyte
    this.tick = env.tick ?? (() => undefined)
    this.note = env.keep ?? (() => undefined)
  }

  /** Notes a document kept. @throws MongoError 292 past the memory limit. */
  keep(value: Value): void {
    const size = sizeOf(value, this.limit - this.bytes)
    this.bytes += size
    this.note(size)
    if (this.bytes > this.limit) {
      fail(
        292,
        `${this.name} exceeded the memory limit of ${Math.round(this.limit / megabyte)} MB; ask for fewer documents or fields (allowDiskUse is not supported by the embedded store)`,
      )
    }
    this.step()
  }

  /** Notes one unit of work. */
  step(): void {
    if ((++this.count & 255) === 0) this.tick()
  }
}

/** A stage that answers at most one document for each. */
export function each(
  env: Environment,
  transform: (document: Document, bindings: Bindings | undefined) => Document | undefined,
): Stage {
  return async function* (source, bindings) {
    let count = 0
    for await (const document of source) {
      if ((++count & 255) === 0) env.tick?.()
      const result = transform(document, bindings)
      if (result) yield result
    }
  }
}

/** Collects a stream, held to the memory limit. */
export async function collect(source: Documents, name: string, env: Environment): Promise<Document[]> {
  const keeper = new Keeper(name, env)
  const documents: Document[] = []
  for await (const document of source) {
    keeper.keep(document)
    documents.push(document)
  }
  return documents
}
