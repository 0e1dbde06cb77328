/** How verse is set: one couplet a line, and a line that must break breaks between clauses. */
export { versesOf as clauses } from '@shuxiang/sdk/verse'
