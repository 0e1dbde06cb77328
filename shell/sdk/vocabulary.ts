/** Words and codes of the portal, for microfrontends: each carries only what it uses. */
export * from '@shuxiang/vocabulary'
