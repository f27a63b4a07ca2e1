const anyHandOff = /^BH(\d{1,3})\*/;

/** The release of a scanned hand-off; `null` when the text does not mean to be one. */
export function handOffVersion(text: string): number | null {
  const [, version] = anyHandOff.exec(text.trim().toUpperCase()) ?? [];
  return version === undefined ? null : Number(version);
}
