// What anybody may ask for, guests too, of every library: fields of Query, and types that are fetched by their key.

/**
 * Whoever adds one here says that nothing below it is one library's or one reader's own. Everything else names an action: a
 * field in `actions` of its subgraph, a type in `guardedByKey`; and is tried as everybody who may not.
 */
export const openToAll: readonly string[] = [
  // What is approved, of the library whose site asks or whose parts stand there.
  'Query.approvedCode',
  'Query.assetFile',
  'Query.character',
  'Query.collection',
  'Query.collections',
  'Query.dailyPoem',
  'Query.edge',
  'Query.here',
  'Query.kinds',
  'Query.libraries',
  'Query.library',
  'Query.newRecords',
  'Query.libraryByCode',
  'Query.page',
  'Query.pageCode',
  'Query.paths',
  'Query.person',
  'Query.personOfTheDay',
  'Query.personsNamed',
  'Query.record',
  'Query.region',
  'Query.regions',
  'Query.scriptWords',
  'Query.search',
  'Query.searchNews',
  'Query.site',
  // Of the library whose site asks, and only what may stand on its pages.
  'Query.siteAssets',
  'Query.siteAt',
  'Query.siteArtifact',
  'Query.siteRelease',
  // What templates there are, and no site of anybody.
  'Query.siteTemplates',
  'Query.suggest',
  'Query.topic',
  'catalogue:Collection',
  'archive:Record',
  'courses:Record',
  'government:Record',
  'sites:Library',
  // What a library tells its visitors: hours, notices, contact, events.
  'visiting:Library',
  'catalogue:Person',
  // How much is found by what the account hands over; it knows of no reader.
  'catalogue:SavedSearch',
  'catalogue:Record',
]
