'use strict'
// Starts one emulator on a free port of the loopback address, prints the port, and ends when its standard input does, so that
// it never outlives the test run that started it:  node emulators.js dynalite|s3rver [folder]
const [kind, folder] = process.argv.slice(2)

function ready (port) {
  process.stdout.write(`${port}\n`)
}

if (kind === 'dynalite') {
  const server = require('dynalite')({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 })
  server.listen(0, '127.0.0.1', () => ready(server.address().port))
} else if (kind === 's3rver') {
  const S3rver = require('s3rver')
  new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets: [{ name: 'blobs' }] })
    .run().then(address => ready(address.port))
} else {
  throw new Error('dynalite or s3rver?')
}

process.stdin.on('end', () => process.exit(0)).resume()
