'use strict'
// Judges of the interpreter of the States Language that others wrote. A line on the standard input is a case, a line on the
// standard output its verdict:  {"definition":…,"input":…}  →  {"valid":true} and {"output":…} or {"error":…,"cause":…}
// What a task does is said by the last part of its resource, as in the interpreter's own tests.
const readline = require('node:readline')

Promise.withResolvers ??= function () { // Node has it from 22 on.
  let resolve, reject
  const promise = new Promise((a, b) => { resolve = a; reject = b })
  return { promise, resolve, reject }
}

const { StateMachine } = require('aws-local-stepfunctions')
const validate = require('asl-validator')

function failure (name) {
  const error = new Error('boom')
  error.name = name
  return error
}

function states (machine) {
  return Object.entries(machine.States).flatMap(([name, state]) => [
    [name, state], ...(state.Branches ?? []).flatMap(states), ...[state.ItemProcessor ?? state.Iterator].filter(Boolean).flatMap(states)
  ])
}

function overrides (definition) {
  const [taskResourceLocalHandlers, waitTimeOverrides, retryIntervalOverrides] = [{}, {}, {}]
  for (const [name, state] of states(definition)) {
    if (state.Type === 'Wait') waitTimeOverrides[name] = 0
    if (state.Retry) retryIntervalOverrides[name] = 0
    if (state.Type !== 'Task') continue
    const [what, argument] = state.Resource.split(':').at(-1).split('-')
    const calls = new Map()
    taskResourceLocalHandlers[name] = async input => {
      const key = JSON.stringify(input)
      const before = calls.get(key) ?? 0
      calls.set(key, before + 1)
      if (what === 'fail') throw failure(argument)
      if (what === 'flaky' && before < Number(argument)) throw failure('Flaky')
      return what === 'wrap' ? { got: input } : input
    }
  }
  return { taskResourceLocalHandlers, waitTimeOverrides, retryIntervalOverrides }
}

async function verdict ({ definition, input }) {
  const { isValid } = validate(definition, { checkArn: false, checkPaths: true })
  if (!isValid) return { valid: false }
  const context = { Execution: { Id: 'x', Name: 'one', Input: input, StartTime: '2026-11-26T03:00:00Z' }, StateMachine: { Name: 'm' } }
  try {
    const output = await new StateMachine(definition, { validationOptions: { noValidate: true } }).run(input, { overrides: overrides(definition), context }).result
    return { valid: true, output }
  } catch (failed) {
    return { valid: true, error: failed.cause?.name ?? failed.name, cause: failed.cause?.message ?? failed.message }
  }
}

const lines = readline.createInterface({ input: process.stdin })
let last = Promise.resolve()
lines.on('line', line => { last = last.then(async () => process.stdout.write(JSON.stringify(await verdict(JSON.parse(line))) + '\n')) })
lines.on('close', () => last.then(() => process.exit(0)))
process.on('unhandledRejection', () => {}) // Branches that lose are rejected with nobody there; the verdict is the winner's.
