/** The picture beside a shared link: where it is and its size in pixels, which is what messengers and feeds show whole. */
export const shareImage = { path: '/share.png', width: 1200, height: 630 } as const
