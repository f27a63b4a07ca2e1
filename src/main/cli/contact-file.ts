import { Check } from 'typebox/value';
import { Contact, contactProblem } from '#shared/domain/person/contact.ts';
import { badInput } from './failure.ts';
import { inputName, readText } from './input-file.ts';

/**
 * Reads what a customer left. What is wrong is told without quoting anything: a script may keep what
 * is printed here. PPL-9.
 */
export function readContact(file: string): Contact {
  const name = inputName(file);
  const value = parse(name, readText(file));
  if (Check(Contact, value)) return value;
  const problem = contactProblem(value);
  const place = problem === null || problem.field === '' ? 'the document' : `/${problem.field}`;
  throw badInput(`${name}: ${place}: ${problem?.reason ?? 'is not a contact'}`);
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw badInput(`${name}: is not JSON`);
  }
}
