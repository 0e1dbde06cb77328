/** Who reads, in a component. */
import { onMounted, onScopeDispose, readonly, shallowRef, type Ref } from 'vue'
import { UNKNOWN_SESSION, type Session } from './contract.ts'
import { useContext } from './context.ts'

/**
 * The session, kept true. It begins as `unknown`, on the server and in the browser alike, so that what the server drew
 * can be taken over; a browser knows better as soon as the component is mounted.
 */
export function useSession(): Readonly<Ref<Session>> {
  const { portal, server } = useContext('useSession')
  const session = shallowRef(UNKNOWN_SESSION)
  if (server) return readonly(session)
  const show = (now: Session): void => void (session.value = now)
  const end = portal.onSession(show)
  onMounted(() => show(portal.session))
  onScopeDispose(end)
  return readonly(session)
}
