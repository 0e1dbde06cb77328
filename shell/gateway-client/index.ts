/** Asks the gateway over its socket by trusted operation: for pages that are drawn for a request, and for those of a release. */
export { ask, clientFor, gatewayClient, type GatewayCall, type GatewayClient } from './client.ts'
export { gatewayAt } from './gateway-at.ts'
