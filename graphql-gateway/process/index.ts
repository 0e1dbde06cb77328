// How a process of the product lives: its log file, and its end when the process that started it is gone.
export { createLogFile, type LogFile } from './log-file.ts'
export { endWithStarter, type StarterWatch } from './starter.ts'
