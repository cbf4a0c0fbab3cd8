import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { runKept, startKeptServer, type TestServer, temporaryFolder, writeReturns } from '../../test/kit/command.ts'
import { allMeasures } from '../domain/measures/all-measures.ts'

const folder = temporaryFolder({ after })
const data = join(folder, 'council')
let server: TestServer

before(async () => {
  const size = ['--children', '10', '--care-experienced', '5', '--years', '1']
  const made = await runKept(data, ['demo', ...size])
  assert.equal(made.code, 0, made.said)
  server = await startKeptServer(data)
})
after(() => server.stop())

test('serve listens on the port given and says at what address', async () => {
  const answer = await fetch(`${server.address}/health`)
  assert.equal(answer.status, 200)
  assert.deepEqual(await answer.json(), { status: 'ok', council: 'Exampleshire Council' })
})

test('a command is handed to the server that holds the folder, and answers as it would alone', async () => {
  const verified = await runKept(data, ['verify'])
  assert.equal(verified.code, 0, verified.said)
  assert.match(verified.said, /The record is whole/)
  const { out } = await runKept(data, ['measures', '--json'])
  const ofProduct = JSON.parse(out).filter(({ definition }: { definition?: object }) => !definition)
  assert.equal(ofProduct.length, allMeasures.length)
})

test('a handed-over command finds files from where it was started, and asks nobody at the server', async () => {
  const returns = writeReturns(folder)
  const { code, out, said } = await runKept(data, ['import', './return-2025', '--json'], { cwd: folder })
  assert.equal(code, 0, said)
  assert.equal(JSON.parse(out).status, 'checked')
  assert.match(said, /Import again with --yes/)
  const missing = await runKept(data, ['import', 'nowhere'], { cwd: returns[2025] })
  assert.equal(missing.code, 1)
  assert.match(missing.said, /There is no file or folder .*return-2025\/nowhere\./)
})

test('a mistake in a handed-over command is said to who made it', async () => {
  const { code, said } = await runKept(data, ['demo'])
  assert.equal(code, 1)
  assert.match(said, /There is a council here already/)
})

test('a second server on the same folder refuses, and so does one on a port in use', async () => {
  const second = await runKept(data, ['serve', '--port', '0'])
  assert.equal(second.code, 1)
  assert.match(second.said, /Kept is running on .* already\. Stop it first/)

  const busy = createServer()
  await new Promise<void>((resolve) => busy.listen(0, 'localhost', resolve))
  const { port } = busy.address() as { port: number }
  const elsewhere = join(folder, 'elsewhere')
  await runKept(elsewhere, ['init', '--council', 'Testshire', '--authority', '999'])
  const refused = await runKept(elsewhere, ['serve', '--port', String(port)])
  busy.close()
  assert.equal(refused.code, 1)
  assert.match(refused.said, new RegExp(`Port ${port} is in use by another program`))
})

test('asked to stop, it stops with exit code 0; the folder is free, and the command that follows has it', async () => {
  assert.equal(await server.stop(), 0)
  const { code, said } = await runKept(data, ['verify'])
  assert.equal(code, 0, said)
})
