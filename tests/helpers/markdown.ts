/** The anchors of a page's headings, as GitHub makes them. */
export function headings(page: string): ReadonlySet<string> {
  const outsideCode = page.replaceAll(/^```[^\n]*\n[\s\S]*?^```$/gm, '');
  return new Set(
    [...outsideCode.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
  );
}

/** The contents of a page's code blocks of a language, in their order. */
export function codeBlocks(page: string, language: string): readonly string[] {
  const pattern = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return [...page.matchAll(pattern)].map(([, code = '']) => code);
}
