// Door of the admin client, for processes that ask a provider about its accounts.
export { accountsById, type AccountFacts, type AccountsById } from './account.ts'
export { accountsByName, type NamedAccount, type NamedAccounts } from './accounts.ts'
export { AdminRefused, AdminUnavailable } from './client.ts'
export { accountSessions, type AccountSession, type AccountSessions } from './sessions.ts'
export { provisionerPlace, type ProvisionerPlace, type ProvisionerVariables } from './place.ts'
export { asProvisioner, type ProvisionerOptions } from './provisioner.ts'
