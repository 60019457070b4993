import ts from "typescript";
import {
  checker,
  exportsOf,
  isExported,
  isOurs,
  meantBy,
  membersOf,
  symbolAt,
} from "./programOfEntries.ts";

/** Something that a host may give, as its type and its docstring tell of it. */
export interface Given {
  readonly name: string;
  /** The attribute that says the same, of an element. */
  readonly attribute?: string | undefined;
  /** The members of a union each. */
  readonly types: readonly string[];
  /** What an element is given may always be left out. */
  readonly isRequired: boolean;
  readonly default: string | undefined;
  readonly text: string;
}

/** A component, or an element with what it tells of. */
export interface Api {
  readonly name: string;
  readonly text: string;
  readonly given: readonly Given[];
}

/** What the elements dispatch. */
export interface Told {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The components that `klartext` and `klartext/policy/react` export, with their props. */
export function readComponents(): readonly Api[] {
  return [...exportsOf("react"), ...exportsOf("static")].flatMap((symbol) => {
    const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
    const [props] = signature?.getParameters() ?? [];
    if (!props || !/^[A-Z]/.test(symbol.name)) return [];
    const given = checker.getTypeOfSymbol(props).getProperties().map(givenBy);
    return [{ name: symbol.name, text: textOf(symbol), given }];
  });
}

/** The elements by their tags, with their attributes and properties. */
export function readElements(): readonly Api[] {
  return membersOf("HTMLElementTagNameMap").map((symbol) => {
    const type = checker.getTypeOfSymbol(symbol);
    const attributes = attributesOf(type);
    const given = type
      .getProperties()
      .filter(isSettable)
      .map(givenBy)
      .map((one) => ({ ...one, attribute: attributes.find(isSpelled(one.name)) }));
    return { name: symbol.name, text: textOf(type.symbol), given };
  });
}

/** The events of the elements. */
export function readEvents(): readonly Told[] {
  return membersOf("GlobalEventHandlersEventMap").map((symbol) => ({
    name: symbol.name,
    type: declaredType(symbol)?.getText() ?? "",
    text: textOf(symbol),
  }));
}

function givenBy(symbol: ts.Symbol): Given {
  const [tag] = symbol.getJsDocTags(checker).filter(({ name }) => name === "default");
  return {
    name: symbol.name,
    types: typesOf(symbol),
    isRequired: !(symbol.flags & (ts.SymbolFlags.Optional | ts.SymbolFlags.Accessor)),
    default: tag && ts.displayPartsToString(tag.text),
    text: textOf(symbol),
  };
}

/** As it is declared; what a name stands for that a host cannot read is told in its place. */
function typesOf(symbol: ts.Symbol): readonly string[] {
  const type = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
  if (type.isUnion() && type.types.every((one) => one.isLiteral())) {
    return type.types.map((one) => checker.typeToString(one)).toSorted();
  }
  return membersOfUnion(declaredType(symbol))
    .map((member) => member.getText())
    .filter((text) => text !== "undefined");
}

/** The members of a union, also of one that has a name which no entry exports. */
function membersOfUnion(type: ts.TypeNode | undefined): readonly ts.TypeNode[] {
  if (!type) return [];
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(membersOfUnion);
  if (ts.isParenthesizedTypeNode(type)) return membersOfUnion(type.type);
  if (ts.isIndexedAccessTypeNode(type)) {
    const [name] = type.indexType.getText().match(/\w+/) ?? [];
    const whole = checker.getTypeFromTypeNode(type.objectType);
    const member = name === undefined ? undefined : whole.getProperty(name);
    return member ? membersOfUnion(declaredType(member)) : [type];
  }
  const [named] = ts.isTypeReferenceNode(type) ? symbolAt(type.typeName) : [];
  const meant = named && meantBy(named);
  const alias = meant?.declarations?.find(ts.isTypeAliasDeclaration);
  const isOfNoEntry = alias && isOurs(alias) && !isExported(meant);
  return isOfNoEntry ? membersOfUnion(alias.type) : [type];
}

function declaredType(symbol: ts.Symbol): ts.TypeNode | undefined {
  return symbol.declarations
    ?.flatMap((one) =>
      ts.isPropertySignature(one) || ts.isGetAccessor(one) ? (one.type ?? []) : [],
    )
    .at(0);
}

function textOf(symbol: ts.Symbol): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return text.replace(/\s+/g, " ").trim();
}

/** Whether it is one of ours that a page may set. */
function isSettable({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some((one) => ts.isSetAccessor(one) && isOurs(one));
}

function attributesOf({ symbol }: ts.Type): readonly string[] {
  const observed = symbol.exports?.get(ts.escapeLeadingUnderscores("observedAttributes"));
  const declared = observed?.valueDeclaration;
  if (!declared || !ts.isPropertyDeclaration(declared)) return [];
  const { initializer } = declared;
  if (!initializer || !ts.isArrayLiteralExpression(initializer)) return [];
  return initializer.elements.filter(ts.isStringLiteral).map(({ text }) => text);
}

const isSpelled = (property: string) => (attribute: string) =>
  attribute.replaceAll("-", "") === property.toLowerCase();
