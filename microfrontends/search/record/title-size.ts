/** How large a title is set: what a reader takes in at a glance is large, what must be read goes down in steps. */

/** Characters from which a title steps down once and twice; two letters of Latin take the room of one of Chinese. */
const LONG = 20
const VERY_LONG = 44

/** Class name for the heading, empty for a title of usual length. */
export function titleSize(title: string): '' | 'long' | 'very-long' {
  const width = [...title].reduce((sum, one) => sum + (one > '\u2e7f' ? 1 : 0.5), 0)
  return width > VERY_LONG ? 'very-long' : width > LONG ? 'long' : ''
}
