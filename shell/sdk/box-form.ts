/** The query of the search box as the fields of a form: for the pages that write one. */
export * from '@shuxiang/vocabulary/box-form'
