// The portal as publisher of the online copy, in the languages of the styles.

export const portalNames = { zh: '网络书香', en: 'Shuxiang Digital Library' } as const
