export { showDuty } from './pages/duty.page.ts'
export { keepRinging, ringOn } from './ring-on.command.ts'
export { addSafeDoor, safeDoorRoutes } from './safe-door.routes.ts'
