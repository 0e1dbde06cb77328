/**
 * Version of the analysis chain, and of what of a record goes through it. It is stored with every index, and an index of another version is filled
 * again: a query folded one way against text folded another way fails without a sign.
 */
export const ANALYSIS_VERSION = 9
