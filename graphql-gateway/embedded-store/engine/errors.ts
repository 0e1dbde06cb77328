// The one error the engine throws: MongoDB's own number, its name, and a sentence.

/** Names of the numbers the engine uses (MongoDB `error_codes.yml`); others are called `Location<number>`. */
const names: Readonly<Record<number, string>> = {
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  15: 'Overflow',
  16: 'InvalidLength',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  28: 'PathNotViable',
  34: 'CannotBackfillArray',
  40: 'ConflictingUpdateOperators',
  50: 'MaxTimeMSExpired',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  55: 'InvalidDBRef',
  56: 'EmptyFieldName',
  57: 'DottedFieldName',
  66: 'ImmutableField',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  115: 'CommandNotSupported',
  168: 'InvalidPipelineOperator',
  236: 'InternalErrorNotSupported',
  238: 'NotImplemented',
  241: 'ConversionFailure',
  290: 'TransactionExceededLifetimeLimitSeconds',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
}

/** The name MongoDB gives an error number. */
export function codeNameOf(code: number): string {
  return names[code] ?? `Location${code}`
}

/** An error in MongoDB's shape; the command layer puts it into the reply as it is. */
export class MongoError extends Error {
  override readonly name = 'MongoError'
  readonly code: number
  readonly codeName: string

  constructor(code: number, message: string) {
    super(message)
    this.code = code
    this.codeName = codeNameOf(code)
  }
}

/** Throws a {@link MongoError}; an expression, so that it can stand after `??`. */
export function fail(code: number, message: string): never {
  throw new MongoError(code, message)
}
