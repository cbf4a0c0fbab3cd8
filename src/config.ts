import { join } from 'node:path'
import { z } from 'zod'

/** Everything the environment decides, read once, here alone. */
export interface Config {
  port: number
  /** Where the server listens. The embedded database is for one computer: loopback unless told otherwise. */
  host: string
  /** The address people use, without a slash at the end; its https makes cookies secure. */
  address: string
  source: { engine: 'embedded'; folder: string } | { engine: 'postgresql'; url: string; ownerUrl: string | null }
  dataFolder: string
  /** Whether the public page is open. A real council opens it itself; a made-up one's always is. */
  isPublicPageOpen: boolean
  openId: { issuer: string; clientId: string; clientSecret: string } | null
}

const optional = z.string().min(1).optional()
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('localhost'),
  KEPT_ADDRESS: z.url().optional(),
  KEPT_DATA: optional,
  DATABASE_URL: optional,
  DATABASE_OWNER_URL: optional,
  KEPT_PUBLIC_PAGE: z.enum(['open', 'shut']).default('shut'),
  OPENID_ISSUER: z.url().optional(),
  OPENID_CLIENT_ID: optional,
  OPENID_CLIENT_SECRET: optional,
})

/** Throws a sentence naming each setting that is wrong. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    throw new Error(
      `Kept cannot start. ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    )
  }
  const env = parsed.data
  const dataFolder = env.KEPT_DATA ?? join(process.cwd(), '.kept')
  const openId = [env.OPENID_ISSUER, env.OPENID_CLIENT_ID, env.OPENID_CLIENT_SECRET]
  if (openId.some(Boolean) && !openId.every(Boolean)) {
    throw new Error(
      'Kept cannot start. OPENID_ISSUER, OPENID_CLIENT_ID and OPENID_CLIENT_SECRET go together: set all three, or none.',
    )
  }
  return {
    port: env.PORT,
    host: env.HOST,
    address: (env.KEPT_ADDRESS ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    dataFolder,
    isPublicPageOpen: env.KEPT_PUBLIC_PAGE === 'open',
    source: env.DATABASE_URL
      ? { engine: 'postgresql', url: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL ?? null }
      : { engine: 'embedded', folder: dataFolder },
    openId: openId.every(Boolean)
      ? { issuer: env.OPENID_ISSUER!, clientId: env.OPENID_CLIENT_ID!, clientSecret: env.OPENID_CLIENT_SECRET! }
      : null,
  }
}

/** Where pictures, clips and papers lie, beside the database whichever engine it is on. */
export function filesFolder({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'files')
}
