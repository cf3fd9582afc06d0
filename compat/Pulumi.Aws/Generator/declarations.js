// Reads the type declarations of the npm package @pulumi/aws: nothing is bound or checked, the declarations say it all.
'use strict';
const fs = require('fs');
const path = require('path');

function declarations(packages) {
  const ts = require(path.join(packages, 'typescript'));
  const root = path.join(packages, '@pulumi', 'aws');
  const parsed = file => {
    const full = path.join(root, file);
    return ts.createSourceFile(file, fs.readFileSync(full, 'utf8'), ts.ScriptTarget.Latest, true);
  };

  // The interfaces of types/input.d.ts and types/output.d.ts, by "module.Name"; those of the package itself by ".Name".
  function nested(file) {
    const types = new Map();
    const take = (nodes, module) => nodes.forEach(node => {
      if (ts.isInterfaceDeclaration(node)) types.set(`${module}.${node.name.text}`, node);
      if (ts.isModuleDeclaration(node)) take(node.body.statements, module ? `${module}.${node.name.text}` : node.name.text);
    });
    take(parsed(file).statements, '');
    return types;
  }

  // The enums of types/enums/<module>/index.d.ts: name and value, as written.
  function enums(module) {
    const found = new Map();
    const folder = module ? `types/enums/${module}` : 'types/enums';
    if (!fs.existsSync(path.join(root, folder, 'index.d.ts'))) return found;
    for (const statement of parsed(`${folder}/index.d.ts`).statements) {
      if (!ts.isVariableStatement(statement)) continue;
      const declared = statement.declarationList.declarations[0];
      found.set(declared.name.text, declared.type.members.map(member => [
        member.name.text,
        member.type.literal.text,
        ts.getJSDocDeprecatedTag(member) !== undefined]));
    }
    return found;
  }

  // A resource: its class, its arguments and what the JavaScript adds: token, secrets, defaults, JSON.
  function resource(module, name) {
    const file = module ? `${module}/${name}` : name;
    const source = parsed(`${file}.d.ts`);
    const declared = source.statements.find(node => ts.isClassDeclaration(node));
    const className = declared.name.text;
    const args = source.statements.find(node => ts.isInterfaceDeclaration(node) && node.name.text === `${className}Args`);
    const script = fs.readFileSync(path.join(root, `${file}.js`), 'utf8');
    const constructor = declared.members.find(member => ts.isConstructorDeclaration(member));
    const matches = pattern => [...script.matchAll(pattern)].map(match => match.slice(1));
    return {
      className,
      token: matches(/static __pulumiType = '([^']+)'/g)[0][0],
      outputs: declared.members.filter(member => ts.isPropertyDeclaration(member) && !member.modifiers.some(m => m.kind === ts.SyntaxKind.StaticKeyword)),
      inputs: args.members.filter(member => ts.isPropertySignature(member)),
      argsAreOptional: constructor.parameters[1].questionToken !== undefined,
      secretInputs: new Set(matches(/resourceInputs\["(\w+)"\] = args\?\.\w+ \? pulumi\.secret/g).map(match => match[0])),
      secretOutputs: matches(/additionalSecretOutputs: \[([^\]]*)\]/g).flatMap(match => [...match[0].matchAll(/"(\w+)"/g)].map(m => m[1])),
      jsonInputs: new Set(matches(/resourceInputs\["(\w+)"\] = pulumi\.output\([^;]*\)\.apply\(JSON\.stringify\)/g).map(match => match[0])),
      defaults: matches(/resourceInputs\["(\w+)"\] = [^;]*\(args\?\.\w+\) \?\? (true|false)\b/g),
    };
  }

  // A function: its token, its arguments plain and as inputs, its result.
  function invoked(name) {
    const source = parsed(`${name}.d.ts`);
    const title = name[0].toUpperCase() + name.slice(1);
    const members = kind => source.statements.find(node => ts.isInterfaceDeclaration(node) && node.name.text === title + kind)?.members ?? [];
    const script = fs.readFileSync(path.join(root, `${name}.js`), 'utf8');
    return {
      title,
      token: script.match(/pulumi\.runtime\.invoke\("([^"]+)"/)[1],
      args: members('Args'),
      outputArgs: members('OutputArgs'),
      result: members('Result'),
    };
  }

  return {
    ts, enums, resource, invoked,
    inputs: nested('types/input.d.ts'),
    outputs: nested('types/output.d.ts'),
    version: JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).version,
  };
}

module.exports = { declarations };
