/** Names under which the device keeps what was read; apart, so that who only clears it loads nothing else. */
export const READING_HISTORY = 'shuxiang.reading-history'
/** Set while the reader wants nothing kept. It stays when the history is cleared. */
export const READING_HISTORY_OFF = `${READING_HISTORY}.off`
/** Set while the reader wants no suggestions of it. */
export const NO_SUGGESTIONS = `${READING_HISTORY}.no-suggestions`
