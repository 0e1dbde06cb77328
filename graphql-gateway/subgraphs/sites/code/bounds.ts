// Bounds of code that libraries ask for. Each is said once, here.

/** Bytes in UTF-8. */
export const mostBytes = 64 * 1024
/** CSS pixels. */
export const leastHeight = 80
export const mostHeight = 1200
/** Characters. */
export const longestTitle = 60
export const longestWhy = 500
export const longestReason = 300
/** Of one site that wait or are approved. */
export const mostAtOnce = 20
/** Of one site asked for in 24 hours: what was refused and withdrawn stays, so that it can be looked up. */
export const mostADay = 40

/** Milliseconds. */
export const day = 24 * 3600_000
