// Turns types of the declarations into C# types, and notes which nested types and enums they need.
'use strict';

function shapes(declared, table, module, needed = { inputs: new Set(), outputs: new Set(), enums: new Set() }) {
  const { ts } = declared;
  const namespaceOf = m => m ? `Pulumi.Aws.${table.namespaces[m] ?? fail(`no namespace for ${m}`)}` : 'Pulumi.Aws';
  const fail = message => { throw new Error(message); };

  const isUndefined = node => node.kind === ts.SyntaxKind.UndefinedKeyword;
  const members = node => ts.isUnionTypeNode(node) ? node.types.filter(type => !isUndefined(type)) : [node];
  const mayBeUndefined = node => ts.isUnionTypeNode(node) && node.types.some(isUndefined);
  const named = node => ts.isTypeReferenceNode(node) ? node.typeName.getText() : undefined;

  // pulumi.Input<T | undefined> and pulumi.Output<T | undefined>: T
  function unwrap(node) {
    while (['pulumi.Input', 'pulumi.Output'].includes(named(node))) node = node.typeArguments[0];
    return ts.isParenthesizedTypeNode(node) ? unwrap(node.type) : node;
  }

  // The parts of a type: {kind: list | map | union | plain, …}. `where` is "module.Type.property", for the doubles.
  function parts(node, where, kind) {
    node = unwrap(node);
    const [first, ...others] = members(node).map(unwrap);
    if (others.length === 0) return first === node ? single(node, where, kind) : parts(first, where, kind);
    const types = [first, ...others];
    const names = types.map(type => named(type));
    const isOurs = name => name && /^(inputs|outputs|enums)\./.test(name);
    if (names.includes('pulumi.asset.Asset') && names.includes('pulumi.asset.Archive')) return { kind: 'plain', type: 'AssetOrArchive' };
    // An identity may be given as the resource itself, which C# does not have: it takes the identity.
    const kept = types.filter(type => !named(type) || isOurs(named(type)));
    if (kept.length === 1) return parts(kept[0], where, kind);
    if (kept.length === 0) return { kind: 'plain', type: 'string' };
    if (kept.length === 2) {
      const [left, right] = kept.map(type => value(parts(type, where, kind)));
      return { kind: 'union', left, right };
    }
    return fail(`${where}: ${node.getText()}`);
  }

  function single(node, where, kind) {
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword: return { kind: 'plain', type: 'string' };
      case ts.SyntaxKind.NumberKeyword: return { kind: 'plain', type: table.doubles[where] ? 'double' : 'int', isValue: true };
      case ts.SyntaxKind.BooleanKeyword: return { kind: 'plain', type: 'bool', isValue: true };
      case ts.SyntaxKind.AnyKeyword: return { kind: 'plain', type: 'object' };
    }
    if (ts.isArrayTypeNode(node)) return { kind: 'list', item: parts(node.elementType, where, kind) };
    if (ts.isTypeLiteralNode(node)) return { kind: 'map', item: parts(node.members[0].type, where, kind) };
    const name = named(node) ?? fail(`${where}: ${node.getText()}`);
    if (name === 'pulumi.asset.Archive') return { kind: 'plain', type: 'Archive' };
    if (name === 'ARN') return { kind: 'plain', type: 'string' };
    const reference = name.match(/^(inputs|outputs|enums)\.(?:(\w+)\.)?(\w+)$/);
    if (!reference) return { kind: 'plain', type: 'string' };
    const [, origin, of = '', type] = reference;
    needed[origin].add(`${of}.${type}`);
    if (origin === 'enums') return { kind: 'plain', type: `global::${namespaceOf(of)}.${type}`, isValue: true };
    const folder = origin === 'inputs' ? 'Inputs' : 'Outputs';
    const suffix = origin === 'inputs' && !type.endsWith('Args') ? 'Args' : '';
    return { kind: 'plain', type: `${of === module ? '' : `global::${namespaceOf(of)}.`}${folder}.${type}${suffix}` };
  }

  const value = part => {
    switch (part.kind) {
      case 'list': return `ImmutableArray<${value(part.item)}>`;
      case 'map': return `ImmutableDictionary<string, ${value(part.item)}>`;
      case 'union': return `Union<${part.left}, ${part.right}>`;
      default: return part.type;
    }
  };

  function input(node, where) {
    const part = parts(node, where, 'inputs');
    switch (part.kind) {
      case 'list': return { type: `InputList<${value(part.item)}>`, isCollection: true };
      case 'map': return { type: `InputMap<${value(part.item)}>`, isCollection: true };
      case 'union': return { type: `InputUnion<${part.left}, ${part.right}>` };
      default: return { type: `Input<${part.type}>` };
    }
  }

  // Of an output's type: a list is never null, it is empty.
  function output(node, where, isOptional) {
    const part = parts(node, where, 'outputs');
    const optional = isOptional || mayBeUndefined(unwrap(node));
    return value(part) + (optional && part.kind !== 'list' ? '?' : '');
  }

  return { needed, input, output, namespaceOf, within: other => shapes(declared, table, other, needed) };
}

module.exports = { shapes };
