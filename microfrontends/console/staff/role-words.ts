/** Roles in words. */
import { useMessages } from '@shuxiang/sdk'

/** At a library, and of the nation. */
export type AnyRole =
  'EDITOR' | 'PUBLISHER' | 'BRANCH_ADMIN' | 'NATIONAL_EDITOR' | 'NATIONAL_ADMIN' | 'AUDITOR'

export function useRoleWords(): { roleWords(role: AnyRole): string } {
  const { t } = useMessages()
  return { roleWords: (role) => t(`role.${role}`) }
}
