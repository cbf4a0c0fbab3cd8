import { type AppParts, buildApp } from './app.ts'
import { keepRinging } from './features/safe-door/index.ts'

export interface RunningServer {
  address: string
  close: () => Promise<void>
}

/** Listens. Everything else about the application is in `app.ts`. */
export async function startServer(parts: AppParts): Promise<RunningServer> {
  const app = await buildApp(parts)
  await app.listen({ port: parts.config.port, host: parts.config.host })
  const ringing = keepRinging(parts.database, parts.council.authorityId)
  const bound = app.server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : parts.config.port
  return {
    address: parts.config.port === 0 ? `http://${parts.config.host}:${port}` : parts.config.address,
    close: async () => {
      await ringing.stop()
      await app.close()
    },
  }
}
