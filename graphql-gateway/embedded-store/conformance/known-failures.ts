// Spec tests the store does not pass, each with its reason.
const reasons: Readonly<Record<string, readonly string[]>> = {
  'Order by code point only: collations are refused by name (115).': [
    'crud/unified/aggregate-collation.json: Aggregate with collation',
    'crud/unified/bulkWrite-collation.json: BulkWrite with delete operations and collation',
    'crud/unified/bulkWrite-collation.json: BulkWrite with update operations and collation',
    'crud/unified/count-collation.json: Count documents with collation',
    'crud/unified/count-collation.json: Deprecated count with collation',
    'crud/unified/deleteMany-collation.json: DeleteMany when many documents match with collation',
    'crud/unified/deleteOne-collation.json: DeleteOne when many documents matches with collation',
    'crud/unified/distinct-collation.json: Distinct with a collation',
    'crud/unified/find-collation.json: Find with a collation',
    'crud/unified/findOneAndDelete-collation.json: FindOneAndDelete when one document matches with collation',
    'crud/unified/findOneAndReplace-collation.json: FindOneAndReplace when one document matches with collation returning the document after modification',
    'crud/unified/findOneAndUpdate-collation.json: FindOneAndUpdate when many documents match with collation returning the document before modification',
    'crud/unified/replaceOne-collation.json: ReplaceOne when one document matches with collation',
    'crud/unified/updateMany-collation.json: UpdateMany when many documents match with collation',
    'crud/unified/updateOne-collation.json: UpdateOne when one document matches with collation',
  ],
  '$rand is not on the list of expressions: no answer may depend on chance.': [
    'crud/unified/aggregate-let.json: Aggregate with let option',
  ],
  '$out is not on the list of stages; $merge does the same without replacing a collection.': [
    'crud/unified/aggregate-let.json: Aggregate to collection with let option',
    'crud/unified/aggregate-out-readConcern.json: readConcern majority with out stage',
    'crud/unified/aggregate-out-readConcern.json: readConcern local with out stage',
    'crud/unified/aggregate-out-readConcern.json: readConcern available with out stage',
    'crud/unified/aggregate-out.json: Aggregate with $out',
    'crud/unified/aggregate-out.json: Aggregate with $out and batch size of 0',
    'crud/unified/aggregate-write-readPreference.json: Aggregate with $out includes read preference for 5.0+ server',
    'crud/unified/bypassDocumentValidation.json: Aggregate with $out passes bypassDocumentValidation: false',
  ],
  'The driver leaves the option out when it is false (on its own skip list).': [
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
    'crud/unified/create-null-ids.json: inserting _id with type null via updateOne',
    'crud/unified/create-null-ids.json: inserting _id with type null via updateMany',
    'crud/unified/create-null-ids.json: inserting _id with type null via replaceOne',
    'crud/unified/create-null-ids.json: inserting _id with type null via bulkWrite',
    'crud/unified/create-null-ids.json: inserting _id with type null via clientBulkWrite',
  ],
  'The store keeps no list of sessions to show.': [
    'crud/unified/db-aggregate-rawdata.json: Aggregate with rawData option on less than 8.2.0 - ignore argument',
    'crud/unified/db-aggregate-write-readPreference.json: Database-level aggregate with $out includes read preference for 5.0+ server',
    'crud/unified/db-aggregate-write-readPreference.json: Database-level aggregate with $merge includes read preference for 5.0+ server',
    'crud/unified/db-aggregate.json: Aggregate with $listLocalSessions',
    'crud/unified/db-aggregate.json: Aggregate with $listLocalSessions and allowDiskUse',
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
