import { Compile } from 'typebox/compile';
import { required } from '#shared/lib/assert.ts';
import type { ValueSchema } from './random-values.ts';

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: ValueSchema;
}

interface Content {
  readonly [type: string]: { readonly schema?: ValueSchema };
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

/** An OpenAPI document, as far as it is looked at here. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
}

/** A route with what it takes and how it answers. */
export interface Operation extends DocumentedOperation {
  readonly method: string;
  /** With the parameters in braces. */
  readonly path: string;
  readonly access: 'device' | 'key' | 'open';
}

export function operationsOf({ paths }: ApiDocument): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const schemes = (operation.security ?? []).flatMap((scheme) => Object.keys(scheme));
      const access = schemes.includes('deviceSignature')
        ? 'device'
        : schemes.includes('apiKey')
          ? 'key'
          : 'open';
      return { ...operation, method: method.toUpperCase(), path, access };
    }),
  );
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const compiled = new Map<string, (value: unknown) => string | null>();

/** What about an answer is not as the document says; `null` when it is. */
export function answerFault(operation: Operation, { status, type, text }: Answer): string | null {
  if (status >= 500) return 'is a failure of the server';
  const [media = ''] = type.split(';');
  // No route is meant when the path's parameters are too long or cannot be read.
  const documented = operation.responses[status];
  if (documented === undefined) {
    return status === 404 && text.includes('"request.unknown"') ? null : 'has no such status';
  }
  const { content } = documented;
  if (content === undefined) return text === '' ? null : 'should have no content';
  if (content[media] === undefined) {
    // A status without a schema is written down as content that is nothing.
    return text === '' && status === 304 ? null : `is ${media}, not ${Object.keys(content)}`;
  }
  if (!/json/.test(media)) return null;
  const value: unknown = JSON.parse(text);
  if (status >= 400 && (value as { status?: unknown }).status !== status) {
    return 'tells another status in its problem';
  }
  const key = `${operation.operationId} ${status} ${media}`;
  const check = compiled.get(key) ?? checkOf(required(content[media]?.schema, key));
  compiled.set(key, check);
  return check(value);
}

function checkOf(schema: ValueSchema): (value: unknown) => string | null {
  // A document's schema is a JSON Schema, which is what TypeBox compiles.
  const validator = Compile(schema as Parameters<typeof Compile>[0]);
  return (value) => {
    if (validator.Check(value)) return null;
    const [first] = validator.Errors(value);
    return `is not of its schema: ${first?.instancePath} ${first?.message}`;
  };
}
