/** Periods in their order: for pages on which a reader chooses from one to another. */
export * from '@shuxiang/vocabulary/periods'
