import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { explainInvalid } from '#shared/lib/explain-invalid.ts';
import { badInput, type CommandFailure } from './failure.ts';
import { jsonPointer } from './json-pointer.ts';

/** Refuses a file that is not there or cannot be read, before anything is begun. */
export function requireFile(file: string): void {
  try {
    if (!statSync(file).isFile()) throw badInput(`${file}: is not a file`);
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** What a file is called in a message. */
export function inputName(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** Reads a JSON file (`-` is standard input) and checks its shape; every fault names the file and the place. */
export function readJson<T extends TSchema>(file: string, schema: T): Static<T> {
  const name = inputName(file);
  const value = parse(name, readText(file));
  if (Check(schema, value)) return value;
  const { field, reason } = explainInvalid(schema, value);
  throw badInput(
    `${name}: ${field === '' ? 'the document' : jsonPointer(value, field)}: ${reason}`,
  );
}

/** The whole text of an input file (`-` is standard input). */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw unreadable(inputName(file), error);
  }
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw badInput(
      `${name}: is not JSON (${error instanceof Error ? error.message : 'unreadable'})`,
    );
  }
}

/** Of Node's file system errors only; everything else is thrown on. */
function unreadable(name: string, error: unknown): CommandFailure {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const { code } = error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return badInput(`${name}: there is no such file`);
  if (code === 'EISDIR') return badInput(`${name}: is not a file`);
  return badInput(`${name}: cannot be read (${String(code)})`);
}
