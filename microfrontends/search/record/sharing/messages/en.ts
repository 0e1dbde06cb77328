/** Words of the field with an address in English. */
export const en = { 'share.byHand': 'Please copy this address' } as const
