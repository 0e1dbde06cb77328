// How long tokens may live. Apart, so that who only counts with it loads no library of tokens.

/** Seconds that the clocks of provider and gateway may differ. */
export const skew = 5
/** Seconds a token may live: signed-out sessions are remembered as long. */
export const longestLife = 3600
