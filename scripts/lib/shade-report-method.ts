/** The part of docs/shade-matching.md that explains; the rules themselves are docs/specs/shade-matching.md. */
export const methodText = `# Shade matching

<!-- Written by scripts/write-shade-report.ts: change the text there. -->

How Blendbar finds the shades nearest to somebody's skin, and what that is worth. The rules, numbered, are in
[the specification](specs/shade-matching.md); the code is \`src/shared/domain/color\`.

## How a shade is found

1. **A tone.** Picked from a grid of skin tones, given as a color, or read several times with a colorimeter. Colors are
   CIELAB with the white D65 for the 2° observer, the white of sRGB: nothing is adapted between screen and reading.
2. **Readings are judged first.** Their median counts, of each of L*, a*, b*. When one cannot be skin, or is more than
   2 CIEDE2000 from the median, the answer is a refusal that says which one, not an average that belongs to nobody.
   Readings are kept in memory for the answer and nowhere else.
3. **Nudges.** A step lighter or deeper is 3 L*, a step warmer or cooler 5° of hue. Steps back undo steps.
4. **Distance.** CIEDE2000 (ISO/CIE 11664-6), which follows what people see more closely than the plain distance in
   CIELAB. The implementation is culori's; it agrees with all 34 pairs that Sharma, Wu & Dalal published in 2005 to
   0.0001.
5. **Undertone.** By hue angle against the middle of the tone's lightness: more than 3° redder is cool, more than 3°
   yellower is warm. A shade of another undertone counts as 0.5 farther, so of two that are about as close the same
   undertone comes first.
6. **The nearest.** The answer is that of comparing every shade, to the last digit. It is found faster because most
   shades are ruled out by bounds that are proven never to exceed CIEDE2000 (\`delta-e.ts\`).

## What the words mean

| word | CIEDE2000 | where it comes from |
|---|---|---|
| \`indistinguishable\` | up to 1 | half of the observers see a difference of skin-colored silicone from 0.59 when it is light and from 1.75 when it is dark ([Vision Research 2024](https://doi.org/10.1016/j.visres.2024.108474)) |
| \`veryClose\` | up to 2 | our choice, near the ΔE*ab of 1.8 (fair) and 2.6 (dark) that observers of prosthetic hands accept ([Leow et al. 2006](https://doi.org/10.1080/03093640500465096)) |
| \`close\` | up to 4 | the customary limit of what is accepted in facial prostheses, as [a study of printed faces](https://research.manchester.ac.uk/en/publications/color-quality-assessments-of-3d-facial-prostheses-in-varying-illu/) has it |
| \`similar\` | up to 7 | our choice: another shade of the same family |
| \`noneClose\` | above | said plainly, instead of showing the least bad as a match |

The studies are of silicone samples side by side, not of makeup on faces. The limits are a careful guess, and the same
for every tone.`;
