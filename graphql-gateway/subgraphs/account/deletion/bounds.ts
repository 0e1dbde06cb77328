// How long an account that is to be deleted waits. Said once; pages are told the day.

/** Days in which it can be taken back. */
export const daysToWait = 7
/** Deletions that one run of the job takes up; the others wait for the next. */
export const mostAtOnce = 50
