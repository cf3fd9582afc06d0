'use strict'
// Judges recorded resource graphs with the official SDK:  node judge.js <graph.json> …
// A graph is what ResourceGraph.ToJson() of compat/Pulumi writes. Every provider resource
//  - must have a token that is the token of an official class (type),
//  - is written as TypeScript and checked by the compiler against the official declarations, as exact object literals (declarations),
//  - must have a file where the declarations want one (file),
//  - must use the values of an enum where the declarations name one, although they allow any string beside it (enum),
//  - must use one of the values that a property's description lists after "Valid values" (documented),
//  - is made with the official class under official mocks, which must send what was recorded (constructor, sent).
// One line a problem; the last line of a graph counts. Exit code 1 if any graph has a problem.
const fs = require('fs')
const path = require('path')
const ts = require('typescript')
const { declarations } = require('../../compat/Pulumi.Aws/Generator/declarations')

const packages = path.join(__dirname, 'node_modules')
const declared = declarations(packages)

// Values that an enum of the declarations need not have, with the reason.
const openEnums = new Map([
  ['.Region', 'AWS opens regions between releases of the package']
])

const marked = (value, mark) => value !== null && typeof value === 'object' && Object.hasOwn(value, mark)

// The official class of a token: its file says the token. Undefined if there is none.
function officialClass (token) {
  const provider = /^pulumi:providers:(\w+)$/.exec(token)
  const [, module, file, className] = provider ? [, '', 'provider', 'Provider'] : /^aws:(\w+)\/(\w+):(\w+)$/.exec(token) ?? []
  const request = module === 'index' || module === '' ? file : `${module}/${file}`
  if (!file || !fs.existsSync(path.join(packages, '@pulumi', 'aws', `${request}.js`))) return undefined
  const type = require(`@pulumi/aws/${request}`)[className]
  if (!type || type.__pulumiType !== (provider ? provider[1] : token)) return undefined
  return { module: module === 'index' ? '' : module, file, request, className, type, declaration: declared.resource(module, file) }
}

// ---------------------------------------------------------------------------------------------------------------- TypeScript

// Writes a graph as TypeScript, a property a line, and remembers what each line is about.
function typeScriptOf (resources) {
  const lines = []
  const about = []
  const emit = (text, where) => { lines.push(text); about.push(where) }
  emit('import * as pulumi from "@pulumi/pulumi";', '')
  emit('declare const unknownValue: any;', '')
  const imports = new Map()
  for (const { official } of resources) {
    if (imports.has(official.request)) continue
    imports.set(official.request, `m${imports.size}`)
    emit(`import * as ${imports.get(official.request)} from "@pulumi/aws/${official.request}";`, '')
  }
  const write = (value, where, before, after) => {
    if (marked(value, '$secret')) return write(value.$secret, where, before, after)
    if (marked(value, '$unknown')) return emit(`${before}unknownValue${after}`, where)
    if (marked(value, '$archive')) return emit(`${before}new pulumi.asset.FileArchive(${JSON.stringify(Object.values(value.$archive)[0])})${after}`, where)
    if (marked(value, '$asset')) return emit(`${before}new pulumi.asset.StringAsset(${JSON.stringify(Object.values(value.$asset)[0])})${after}`, where)
    if (value === null || typeof value !== 'object') return emit(before + (value === null ? 'undefined' : JSON.stringify(value)) + after, where)
    const isList = Array.isArray(value)
    emit(before + (isList ? '[' : '{'), where)
    for (const [key, part] of Object.entries(value)) {
      write(part, isList ? `${where}[${key}]` : `${where}.${key}`, isList ? '' : `${JSON.stringify(key)}: `, ',')
    }
    emit((isList ? ']' : '}') + after, where)
  }
  resources.forEach(({ resource, official, inputs }, i) => {
    emit(`const r${i}: ${imports.get(official.request)}.${official.className}Args =`, `${resource.type} ${resource.name}`)
    write(inputs, `${resource.type} ${resource.name}`, '', ';')
  })
  return { text: lines.join('\n') + '\n', about }
}

// The compiler's complaints about every written graph: one program, so that the declarations are read once.
function compile (sources) {
  const options = {
    strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10
  }
  const files = new Map(sources.map((source, i) => [path.join(__dirname, `graph${i}.ts`), source]))
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = file => files.has(path.resolve(file)) || fileExists(file)
  host.readFile = file => files.get(path.resolve(file))?.text ?? readFile(file)
  host.getSourceFile = (file, ...rest) => {
    const own = files.get(path.resolve(file))
    return own ? ts.createSourceFile(file, own.text, ts.ScriptTarget.ES2022, true) : getSourceFile(file, ...rest)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return [...files].map(([file, source]) => {
    const own = program.getSourceFile(file)
    return [...program.getSyntacticDiagnostics(own), ...program.getSemanticDiagnostics(own)].map(problem => {
      const { line } = own.getLineAndCharacterOfPosition(problem.start)
      return `${source.about[line]}: [declarations] ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`
    })
  })
}

// --------------------------------------------------------------------------------------------------------------------- Enums

// Walks the value along its declared type; a string where the type names an enum must be one of the enum's values.
function enumProblems (value, node, where, problems) {
  if (marked(value, '$secret')) return enumProblems(value.$secret, node, where, problems)
  if (value === null || marked(value, '$unknown') || marked(value, '$archive') || marked(value, '$asset')) return
  while (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'pulumi.Input') node = node.typeArguments[0]
  if (ts.isParenthesizedTypeNode(node)) return enumProblems(value, node.type, where, problems)
  if (ts.isUnionTypeNode(node)) return node.types.forEach(type => enumProblems(value, type, where, problems))
  if (ts.isArrayTypeNode(node) && Array.isArray(value)) return value.forEach((item, i) => enumProblems(item, node.elementType, `${where}[${i}]`, problems))
  if (typeof value === 'object' && ts.isTypeLiteralNode(node)) {
    return Object.entries(value).forEach(([key, item]) => enumProblems(item, node.members[0].type, `${where}.${key}`, problems))
  }
  if (ts.isTypeReferenceNode(node) && /^pulumi\.asset\.(Asset|Archive)$/.test(node.typeName.getText())) {
    // The classes declare so little that the compiler takes any object for one.
    problems.push(`${where}: [file] ${JSON.stringify(value)} is no file`)
    return
  }
  const reference = ts.isTypeReferenceNode(node) && /^(inputs|enums)\.(?:(\w+)\.)?(\w+)$/.exec(node.typeName.getText())
  if (!reference) return
  const [, origin, module = '', name] = reference
  if (origin === 'inputs') {
    if (typeof value === 'object') memberProblems(value, declared.inputs.get(`${module}.${name}`).members, where, problems)
    return
  }
  const values = declared.enums(module).get(name).map(([, text]) => text)
  if (typeof value !== 'string' || values.includes(value) || openEnums.has(`${module}.${name}`)) return
  const shown = values.length > 12 ? [...values.slice(0, 12), '…'] : values
  problems.push(`${where}: [enum] "${value}" is no value of ${module}.${name}: ${shown.join(', ')}`)
}

function memberProblems (value, members, where, problems) {
  for (const [key, part] of Object.entries(value)) {
    const member = members.find(candidate => candidate.name.text === key)
    if (!member) continue
    enumProblems(part, member.type, `${where}.${key}`, problems)
    documentedProblems(part, member, `${where}.${key}`, problems)
  }
}

// "Valid values are `A` and `B`." The descriptions' names lost their underscores to the generator: they are compared without.
function documentedProblems (value, member, where, problems) {
  const text = ts.getJSDocCommentsAndTags(member).map(comment => ts.getTextOfJSDocComment(comment.comment) ?? '').join(' ')
  const sentence = /(?:[Vv]alid (?:values|options)(?:: | are )|[Cc]an be either |One of: )(?:`[\w.:-]+`[^`.]*)+/.exec(text)?.[0] ?? ''
  const values = [...sentence.matchAll(/`([\w.:-]+)`/g)].map(match => match[1])
  if (values.length < 2 || /multiple|between|any /.test(sentence)) return
  const bare = word => word.replace(/_/g, '').toLowerCase()
  const known = new Set(values.map(bare))
  for (const item of Array.isArray(value) ? value : [value]) {
    const given = marked(item, '$secret') ? item.$secret : item
    if (typeof given === 'string' && !known.has(bare(given))) problems.push(`${where}: [documented] "${given}" is none of ${values.join(', ')}`)
  }
}

// ---------------------------------------------------------------------------------------------------------------- Constructor

const plain = value => {
  if (marked(value, '$secret')) return plain(value.$secret)
  if (marked(value, '$unknown')) return undefined
  if (marked(value, '$archive') || marked(value, '$asset')) return '(file)'
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]).filter(([, part]) => part !== undefined && part !== null))
}

// How the official SDK marks a secret that it sends.
const [signature, secret] = ['4dabf18193072939515e22adb298388d', '1b47061264138c4ac30d75fd1eb44270']
const isSent = value => marked(value, signature) && value[signature] === secret
const isSecret = value => marked(value, '$secret') || isSent(value) ||
  (value !== null && typeof value === 'object' && Object.values(value).some(isSecret))

const sorted = value => isSent(value) ? sorted(value.value)
  : Array.isArray(value) ? value.map(sorted)
    : value === null || typeof value !== 'object' ? value
      : value.__pulumiAsset || value.__pulumiArchive ? '(file)'
        : Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])]))

const hasUnknown = value => marked(value, '$unknown') ||
  (value !== null && typeof value === 'object' && Object.values(value).some(hasUnknown))

// Makes every resource with its official class, children under their parents, and compares what the class sends with the recording.
async function construct (graph, resources, problems) {
  const pulumi = require('@pulumi/pulumi')
  const sent = new Map()
  await pulumi.runtime.setMocks({
    newResource: args => {
      sent.set(`${args.type} ${args.name}`, args.inputs)
      return { id: `${args.name}-id`, state: args.inputs }
    },
    call: args => args.inputs
  }, 'project', 'stack', false)

  const argument = value => {
    if (marked(value, '$secret')) return pulumi.secret(argument(value.$secret))
    if (marked(value, '$unknown')) return pulumi.output('unknown')
    if (marked(value, '$archive')) return new pulumi.asset.FileArchive('.')
    if (marked(value, '$asset')) return new pulumi.asset.StringAsset('')
    if (Array.isArray(value)) return value.map(argument)
    if (value === null || typeof value !== 'object') return value ?? undefined
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, argument(part)]))
  }

  const byUrn = new Map(graph.resources.map(resource => [resource.urn, resource]))
  const official = new Map(resources.map(entry => [entry.resource, entry]))
  const made = new Map()
  const make = resource => {
    if (!resource || made.has(resource)) return made.get(resource)
    made.set(resource, undefined)
    const parent = make(byUrn.get(resource.parent))
    const { protect, retainOnDelete, deleteBeforeReplace, ignoreChanges, replaceOnChanges, additionalSecretOutputs } = resource.options
    const options = { parent, protect, retainOnDelete, ignoreChanges, replaceOnChanges }
    if (!resource.isCustom) {
      made.set(resource, new pulumi.ComponentResource(resource.type, resource.name, {}, options))
    } else if (official.has(resource)) {
      const { official: { type }, inputs } = official.get(resource)
      try {
        made.set(resource, new type(resource.name, argument(inputs), { ...options, deleteBeforeReplace, additionalSecretOutputs }))
      } catch (error) {
        problems.push(`${resource.type} ${resource.name}: [constructor] ${error.message}`)
      }
    }
    return made.get(resource)
  }
  graph.resources.forEach(make)
  const urns = [...made.values()].filter(Boolean).map(resource => new Promise(resolve => resource.urn.apply(resolve)))
  await Promise.all(urns)

  for (const { resource, inputs, official: { request } } of resources) {
    const received = sent.get(`${resource.type} ${resource.name}`)
    if (!received || request === 'provider') continue
    const where = `${resource.type} ${resource.name}`
    for (const key of new Set([...Object.keys(inputs), ...Object.keys(received)])) {
      if (hasUnknown(inputs[key]) || received[key] === inputs[key]) continue
      const [recorded, official] = [plain(inputs[key]), received[key]].map(part => JSON.stringify(sorted(part ?? null)))
      if (recorded !== official) problems.push(`${where}.${key}: [sent] recorded ${recorded}, the official class sends ${official}`)
      if (isSecret(inputs[key]) !== isSecret(received[key])) {
        problems.push(`${where}.${key}: [sent] recorded ${isSecret(inputs[key]) ? 'as secret, the official class sends it plain' : 'plain, the official class sends it as secret'}`)
      }
    }
  }
}

// ----------------------------------------------------------------------------------------------------------------------- Main

// A provider's arguments go as JSON text; the official class takes them as they are and writes the text itself.
const decoded = ({ inputs }, { declaration }) => Object.fromEntries(Object.entries(inputs).map(([key, value]) =>
  [key, declaration.jsonInputs.has(key) && typeof value === 'string' ? JSON.parse(value) : value]))

async function main (files) {
  const graphs = files.map(file => {
    const graph = JSON.parse(fs.readFileSync(file, 'utf8'))
    const problems = []
    const resources = []
    for (const resource of graph.resources.filter(candidate => candidate.isCustom)) {
      const official = officialClass(resource.type)
      if (official) resources.push({ resource, official, inputs: decoded(resource, official) })
      else problems.push(`${resource.type} ${resource.name}: [type] @pulumi/aws ${declared.version} has no such token`)
    }
    return { graph, resources, problems }
  })

  const compiled = compile(graphs.map(({ resources }) => typeScriptOf(resources)))
  let wrong = 0
  for (const [i, { graph, resources, problems }] of graphs.entries()) {
    problems.push(...compiled[i])
    for (const { resource, official, inputs } of resources) {
      memberProblems(inputs, official.declaration.inputs, `${resource.type} ${resource.name}`, problems)
    }
    await construct(graph, resources, problems)
    for (const problem of problems) console.log(problem)
    const types = new Set(resources.map(({ resource }) => resource.type)).size
    console.log(`= ${problems.length} problems in ${resources.length} resources of ${types} types, judged by @pulumi/aws ${declared.version}`)
    wrong += problems.length
  }
  process.exitCode = wrong === 0 ? 0 : 1
}

main(process.argv.slice(2)).catch(error => {
  console.error(error)
  process.exitCode = 2
})
