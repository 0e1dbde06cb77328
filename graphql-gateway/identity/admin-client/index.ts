// Door of the admin client, for processes that ask a provider about its accounts.
export { accountsByName, type NamedAccount, type NamedAccounts } from './accounts.ts'
export { AdminRefused, AdminUnavailable } from './client.ts'
