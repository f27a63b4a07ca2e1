import { registerHooks } from 'node:module';

const header = `// Written by scripts/write-api.ts from the central API's schemas; not edited by hand.
`;

/**
 * TypeScript 7 has no API for programs; the one before it comes with ts-morph. openapi-typescript asks for
 * `typescript` and is given that.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'typescript') return next(specifier, context);
    const common = import.meta.resolve('@ts-morph/common');
    return { url: new URL('typescript.js', common).href, shortCircuit: true };
  },
});

/** The types that openapi-fetch's client is made with. */
export async function pathTypes(document: object): Promise<string> {
  const { default: openapiTypescript, astToString } = await import('openapi-typescript');
  const ast = await openapiTypescript(JSON.stringify(document), {
    // openapi-fetch takes read-only arrays for objects.
    immutable: false,
    emptyObjectsUnknown: true,
    alphabetize: true,
  });
  return header + astToString(ast);
}
