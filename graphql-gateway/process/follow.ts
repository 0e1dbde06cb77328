// Loaded before a program (`node --import`): ends it as a signal would when the command that started it is gone.
import { endWithStarter } from './starter.ts'

endWithStarter({ end: () => process.kill(process.pid, 'SIGTERM') })
