/** Addresses of the portal's pages and the bounds of a search: plain functions and numbers, for pages and enhancements. */
export * from '@shuxiang/vocabulary/addresses'
export * from '@shuxiang/vocabulary/search-limits'
