/** Whether a form was sent from a page of this origin. */
export function isFromHere(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  origin: string,
): boolean {
  // Browsers say where a form was sent from; what says nothing is no browser, and has no reader behind it to be misused.
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const from = headers['origin']
  return from === undefined || from === origin
}
