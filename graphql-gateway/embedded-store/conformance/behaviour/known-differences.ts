// Corpus cases whose expected answer is not MongoDB's, with what MongoDB's documentation says instead.

/** Reason by case id. The suite fails when a listed case passes, or when another one is silently wrong. */
export const knownDifferences: ReadonlyMap<string, string> = new Map([
  [
    'd/bson_aggregation_arithmetic_operators_tests#207',
    '$mod of a double is a double, as in every other case of the corpus; here it is a long only for the divisor -1',
  ],
  [
    'd/bson_aggregation_pipeline_tests_merge_objects_group#32',
    '$mergeObjects after a $sort with ties: the manual promises no order among equal sort keys; ours is stable',
  ],
  ...['d/bson_aggregation_pipeline_tests#129', 'd/bson_aggregation_stage_lookup_tests#177'].map(
    (id): [string, string] => [
      id,
      '$count of no documents: the manual defines it as $group by null and $project, which give no document',
    ],
  ),
  ...['d/bson_aggregation_pipeline_tests#49', 'd/feature_counters#36'].map((id): [string, string] => [
    id,
    'The accumulator $count takes no arguments: the manual gives it as { $count: { } }',
  ]),
  ...[
    'd/bson_projection_operator_positional_tests_core#28',
    'd/bson_projection_operator_positional_tests_core#52',
    'd/bson_update_positional_queryFilters#6',
    'd/bson_update_positional_queryFilters#24',
    'd/bson_update_positional_queryFilters#32',
  ].map((id): [string, string] => [
    id,
    'The positional $ without a matched element is an error of a document that is found; here the filter finds none, and the case projects or updates it all the same',
  ]),
  [
    'd/schema_validation_insert#91',
    'A validator refused the update where the case was recorded; the case itself has none',
  ],
  [
    'd/commands_update#266',
    'A hint must name an index of the collection; the one named here is not in the case',
  ],
  [
    'd/commands_find_and_modify#16',
    'findAndModify by upsert into an empty collection is no error; the same case with `new` (#12) is right',
  ],
])
