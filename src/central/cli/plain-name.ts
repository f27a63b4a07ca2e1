import { BadInput } from './output.ts';

const longest = 80;

/** The name that an option gives somebody or something, on one line. @throws BadInput when it is none. */
export function plainName(option: string, text: string): string {
  const name = text.trim();
  if (name === '') throw new BadInput(`${option} is empty`);
  if (name.length > longest) {
    throw new BadInput(`${option} has ${name.length} characters, more than ${longest}`);
  }
  if (/\p{Cc}/u.test(name)) throw new BadInput(`${option} has a character that cannot be printed`);
  return name;
}
