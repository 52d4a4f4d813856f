export { serviceConfig, type ServiceConfig } from './config.ts'
export { runService } from './run-service.ts'
export { startService, type CreateService } from './start-service.ts'
export type { Sweeper } from './sweeping.ts'
