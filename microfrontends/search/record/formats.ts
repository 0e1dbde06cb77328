/** Exchange formats of a record: those of the vocabulary. */
export { exportFormats as recordFormats } from '@shuxiang/sdk/vocabulary'
