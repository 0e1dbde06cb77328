// Spec tests the store does not pass, each with its reason.
const reasons: Readonly<Record<string, readonly string[]>> = {
  'The driver leaves the option out when it is false (on its own skip list).': [
    'crud/unified/bypassDocumentValidation.json: Aggregate with $out passes bypassDocumentValidation: false',
    'crud/unified/bypassDocumentValidation.json: BulkWrite passes bypassDocumentValidation: false',
    'crud/unified/bypassDocumentValidation.json: FindOneAndReplace passes bypassDocumentValidation: false',
    'crud/unified/bypassDocumentValidation.json: FindOneAndUpdate passes bypassDocumentValidation: false',
    'crud/unified/bypassDocumentValidation.json: InsertMany passes bypassDocumentValidation: false',
  ],
  'The driver always gives a partial result (on its own skip list).': [
    'crud/unified/client-bulkWrite-partialResults.json: partialResult is unset when first operation fails during an ordered bulk write (verbose)',
    'crud/unified/client-bulkWrite-partialResults.json: partialResult is unset when first operation fails during an ordered bulk write (summary)',
    'crud/unified/client-bulkWrite-partialResults.json: partialResult is unset when all operations fail during an unordered bulk write',
  ],
  'The driver makes an _id of its own when it is null (on its own skip list).': [
    'crud/unified/create-null-ids.json: inserting _id with type null via insertOne',
    'crud/unified/create-null-ids.json: inserting _id with type null via insertMany',
    'crud/unified/create-null-ids.json: inserting _id with type null via bulkWrite',
    'crud/unified/create-null-ids.json: inserting _id with type null via clientBulkWrite',
  ],
  'Views are refused by name (115).': [
    'crud/unified/estimatedDocumentCount.json: estimatedDocumentCount works correctly on views',
  ],
  'The driver ends the download without an error (on its own skip list).': [
    'gridfs/download.json: download when final chunk is missing',
  ],
  'The driver reports ids of inserts that were never made.': [
    'retryable-writes/unified/bulkWrite.json: First insertOne is never committed',
  ],
  'The driver wraps the error and drops its labels.': [
    'retryable-writes/unified/client-bulkWrite-serverErrors.json: client bulkWrite with multi: true operations fails after retryable top-level error',
    'retryable-writes/unified/client-bulkWrite-serverErrors.json: client bulkWrite with retryWrites: false does not retry',
  ],
}

/** Reason by title. */
export const known: ReadonlyMap<string, string> = new Map(
  Object.entries(reasons).flatMap(([reason, titles]) => titles.map((title) => [title, reason] as const)),
)
