// node generate.js <node_modules> <folder>: writes the C# of the resource types in table.json, a file a resource type, into the folder.
'use strict';
const fs = require('fs');
const path = require('path');
const { declarations } = require('./declarations');
const { shapes } = require('./shapes');

const [packages, folder] = process.argv.slice(2).map(argument => path.resolve(argument));
const table = JSON.parse(fs.readFileSync(path.join(__dirname, 'table.json'), 'utf8'));
const declared = declarations(packages);

// Entries of the table that nothing asks for any more are an error, like a suppression that suppresses nothing.
const unasked = ['doubles', 'renames', 'only'].map(name => {
  const left = new Set(Object.keys(table[name]));
  table[name] = new Proxy(table[name], { get: (entries, key) => (left.delete(key), entries[key]) });
  return () => [...left].map(key => `${name}: ${key}`);
});
const written = { inputs: new Set(), outputs: new Set(), enums: new Set() };

const keywords = new Set(['as', 'base', 'bool', 'case', 'class', 'const', 'default', 'do', 'enum', 'event', 'for', 'function', 'if', 'in',
  'is', 'namespace', 'object', 'operator', 'override', 'params', 'string', 'switch', 'this', 'type', 'value', 'version'].filter(word =>
  !['function', 'type', 'value', 'version'].includes(word)));
const title = name => name[0].toUpperCase() + name.slice(1);
const parameter = name => keywords.has(name) ? `@${name}` : name;
const indent = lines => lines.map(line => line === '' ? '' : `    ${line}`);

// A property cannot have its class's name, and has one name in the resource and in its arguments: the official generator appends "Name".
function property(owner, name) {
  const renamed = table.renames[`${owner.module}.${owner.name}.${name}`];
  return renamed ?? (title(name) === owner.name ? `${title(name)}Name` : title(name));
}

function inputProperty(shape, owner, member, extra = {}) {
  const name = member.name.text;
  const { type, isCollection } = shape.input(member.type, `${owner.module}.${owner.name}.${name}`);
  const required = member.questionToken === undefined;
  const attribute = `[Input("${name}"${required ? ', required: true' : ''}${extra.json ? ', json: true' : ''})]`;
  const csharp = property(owner, name);
  if (extra.secret) {
    return [attribute, `private ${type}? _${name};`, '', `public ${type}? ${csharp}`, '{', `    get => _${name};`,
      `    set => _${name} = value is null ? null : (${type})Output.CreateSecret(value.ToOutput());`, '}'];
  }
  if (!isCollection) return [attribute, `public ${type}${required ? '' : '?'} ${csharp} { get; set; }${required ? ' = null!;' : ''}`];
  return [attribute, `private ${type}? _${name};`, '', `public ${type} ${csharp}`, '{',
    `    get => _${name} ??= new();`, `    set => _${name} = value;`, '}'];
}

function argsClass(shape, owner, members, kind, marks = {}) {
  const body = members.flatMap(member => [...inputProperty(shape, owner, member, {
    secret: marks.secretInputs?.has(member.name.text),
    json: marks.jsonInputs?.has(member.name.text),
  }), '']);
  const defaults = (marks.defaults ?? []).map(([name, value]) => `    ${property(owner, name)} = ${value};`);
  return [`public sealed class ${owner.className} : global::Pulumi.${kind}`, '{',
    ...indent([...body, `public ${owner.className}()`, '{', ...defaults, '}', '',
      `public static new ${owner.className} Empty => new ${owner.className}();`]), '}'];
}

function outputClass(shape, owner, members) {
  const fields = members.map(member => {
    const name = member.name.text;
    const type = shape.output(member.type, `${owner.module}.${owner.name}.${name}`, member.questionToken !== undefined);
    return { name, type, field: property(owner, name) };
  });
  return ['[OutputType]', `public sealed class ${owner.className}`, '{',
    ...indent([
      ...fields.map(field => `public readonly ${field.type} ${field.field};`),
      '', '[OutputConstructor]',
      `private ${owner.className}(${fields.map(field => `${field.type} ${parameter(field.name)}`).join(', ')})`, '{',
      ...indent(fields.map(field => `${field.field} = ${parameter(field.name)};`)), '}']), '}'];
}

function enumStruct(name, values) {
  return ['[EnumType]', `public readonly struct ${name} : IEquatable<${name}>`, '{', ...indent([
    'private readonly string _value;', '',
    `private ${name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));`, '',
    ...values.map(([member, value]) => `public static ${name} ${member} { get; } = new ${name}("${value}");`), '',
    `public static bool operator ==(${name} left, ${name} right) => left.Equals(right);`, '',
    `public static bool operator !=(${name} left, ${name} right) => !left.Equals(right);`, '',
    `public static explicit operator string(${name} value) => value._value;`, '',
    `public override bool Equals(object? obj) => obj is ${name} other && Equals(other);`, '',
    `public bool Equals(${name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);`, '',
    'public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;', '',
    'public override string ToString() => _value;']), '}'];
}

function resourceClass(shape, module, resource) {
  const owner = { module, name: resource.className, className: resource.className };
  const args = `${resource.className}Args`;
  const isProvider = !resource.token.includes(':');
  const outputs = resource.outputs.flatMap(member => {
    const name = member.name.text;
    const type = shape.output(member.type, `${module}.${resource.className}.${name}`, false);
    return [`[Output("${name}")]`, `public Output<${type}> ${property(owner, name)} { get; private set; } = null!;`, ''];
  });
  const token = isProvider ? `pulumi:providers:${resource.token}` : resource.token;
  const merged = resource.secretOutputs.length === 0 ? 'options'
    : `CustomResourceOptions.Merge(new() { AdditionalSecretOutputs = { ${resource.secretOutputs.map(name => `"${name}"`).join(', ')} } }, options)`;
  return [`[AwsResourceType("${token}")]`, `public partial class ${resource.className} : global::Pulumi.${isProvider ? 'ProviderResource' : 'CustomResource'}`, '{',
    ...indent([...outputs,
      `public ${resource.className}(string name, ${args}${resource.argsAreOptional ? '? args = null' : ' args'}, CustomResourceOptions? options = null)`,
      `    : base("${resource.token}", name, args ?? new ${args}(), ${merged})`, '{', '}']), '}'];
}

// What a file needs beside its resource: nested types and enums that no file before it has, by namespace and name.
function nestedTypes(shape) {
  const namespaces = new Map();
  const add = (module, suffix, name, lines) => {
    const namespace = shape.namespaceOf(module) + suffix;
    if (!namespaces.has(namespace)) namespaces.set(namespace, new Map());
    namespaces.get(namespace).set(name, lines);
  };
  for (let found = true; found;) {
    found = false;
    for (const origin of ['inputs', 'outputs', 'enums']) {
      for (const key of shape.needed[origin]) {
        if (written[origin].has(key)) continue;
        written[origin].add(key);
        found = true;
        const [module, name] = key.split('.');
        if (origin === 'enums') {
          add(module, '', name, enumStruct(name, declared.enums(module).get(name)));
          continue;
        }
        const only = table.only[key];
        const members = declared[origin].get(key).members.filter(member => !only || only.includes(member.name.text));
        const owner = { module, name, className: origin === 'inputs' && !name.endsWith('Args') ? `${name}Args` : name };
        const within = shape.within(module);
        if (origin === 'inputs') add(module, '.Inputs', owner.className, argsClass(within, owner, members, 'ResourceArgs'));
        else add(module, '.Outputs', owner.className, outputClass(within, owner, members));
      }
    }
  }
  const sorted = map => [...map.keys()].sort().flatMap((key, i) => i === 0 ? map.get(key) : ['', ...map.get(key)]);
  return [...namespaces.keys()].sort().flatMap(name => ['', `namespace ${name}`, '{', ...indent(sorted(namespaces.get(name))), '}']);
}

function write(name, namespace, lines, rest) {
  const file = path.join(folder, `${name}.cs`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const text = ['// <auto-generated/>', `// compat/Pulumi.Aws/Generator wrote this file from the declarations of @pulumi/aws ${declared.version}.`,
    '#nullable enable', 'using System;', 'using System.Collections.Immutable;', 'using System.Threading.Tasks;', 'using Pulumi;', '',
    `namespace ${namespace}`, '{', ...indent(lines), '}', ...rest];
  fs.writeFileSync(file, text.join('\n') + '\n');
}

fs.rmSync(folder, { recursive: true, force: true });

function writeResource(module, name) {
  const shape = shapes(declared, table, module);
  const resource = declared.resource(module, name);
  const owner = { module, name: resource.className, className: `${resource.className}Args` };
  const lines = [...resourceClass(shape, module, resource), '', ...argsClass(shape, owner, resource.inputs, 'ResourceArgs', resource)];
  const rest = nestedTypes(shape);
  write(path.join(table.namespaces[module] ?? '', resource.className), shape.namespaceOf(module), lines, rest);
}

function writeFunction(name) {
  const shape = shapes(declared, table, '');
  const { title, token, args, outputArgs, result } = declared.invoked(name);
  const plain = args.flatMap(member => [`[Input("${member.name.text}"${member.questionToken ? '' : ', required: true'})]`,
    `public ${shape.output(member.type, `.${title}Args.${member.name.text}`, member.questionToken !== undefined)} ${property({ className: '' }, member.name.text)} { get; set; }${member.questionToken ? '' : ' = null!;'}`, '']);
  const call = (method, type, given) => `global::Pulumi.Deployment.Instance.${method}<${title}Result>("${token}", ${given}, options)`;
  const hasArgs = args.length > 0;
  const lines = [`public static class ${title}`, '{', ...indent([
    `public static Task<${title}Result> InvokeAsync(${hasArgs ? `${title}Args? args = null, ` : ''}InvokeOptions? options = null)`,
    `    => ${call('InvokeAsync', title, hasArgs ? `args ?? new ${title}Args()` : 'InvokeArgs.Empty')};`, '',
    `public static Output<${title}Result> Invoke(${hasArgs ? `${title}InvokeArgs? args = null, ` : ''}InvokeOptions? options = null)`,
    `    => ${call('Invoke', title, hasArgs ? `args ?? new ${title}InvokeArgs()` : 'InvokeArgs.Empty')};`, '',
    `public static Output<${title}Result> Invoke(${hasArgs ? `${title}InvokeArgs args, ` : ''}InvokeOutputOptions options)`,
    `    => ${call('Invoke', title, hasArgs ? `args ?? new ${title}InvokeArgs()` : 'InvokeArgs.Empty')};`]), '}', '',
  ...(hasArgs ? [`public sealed class ${title}Args : global::Pulumi.InvokeArgs`, '{', ...indent([...plain, `public ${title}Args()`, '{', '}', '',
    `public static new ${title}Args Empty => new ${title}Args();`]), '}', '',
  ...argsClass(shape, { module: '', name: `${title}Args`, className: `${title}InvokeArgs` }, [...outputArgs], 'InvokeArgs'), ''] : []),
  ...outputClass(shape, { module: '', name: `${title}Result`, className: `${title}Result` }, [...result])];
  write(title, 'Pulumi.Aws', lines, nestedTypes(shape));
}

for (const [module, names] of Object.entries(table.resources)) for (const name of names) writeResource(module, name);
writeResource('', 'provider');
table.functions.forEach(writeFunction);
const needless = unasked.flatMap(left => left());
if (needless.length > 0) throw new Error(`Nothing asks for these entries of table.json: ${needless.join(', ')}`);
