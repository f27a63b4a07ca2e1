import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ProductArt as productArtSchema } from '#shared/domain/catalog/product.ts';
import {
  type Finish,
  lookOf,
  type Vessel,
} from '../../../src/renderer/components/product-art/look.ts';
import { ProductArt } from '../../../src/renderer/components/product-art/ProductArt.tsx';

// The schema's enum members are exactly the vessels and the finishes.
const vessels = productArtSchema.properties.vessel.enum as readonly Vessel[];
const finishes: readonly Finish[] = ['matte', 'satin', 'gloss', 'shimmer', 'sheer'];

function draw(vessel: Vessel, finish: Finish, engraving?: string): string {
  const look = {
    vessel,
    finish,
    color: '#a8243c',
    accent: '#c9a26b',
    cap: '#1f1b18',
    brand: 'B & C',
  };
  return renderToStaticMarkup(
    createElement(ProductArt, { look: engraving === undefined ? look : { ...look, engraving } }),
  );
}

describe('UIX-16 drawings', () => {
  test.each(vessels)('%s in every finish', (vessel) => {
    for (const finish of finishes) {
      const plain = draw(vessel, finish);
      expect(plain).not.toMatch(/NaN|undefined|null/);
      const engraved = draw(vessel, finish, 'Élodie');
      expect(engraved).toContain('Élodie');
      expect(plain).not.toContain('Élodie');
    }
  });

  test('every paint that is used is there, and ids are not shared between two drawings', () => {
    const look = {
      finish: 'gloss',
      color: '#a8243c',
      accent: '#c9a26b',
      cap: '#1f1b18',
      brand: 'B',
    } as const;
    const html = renderToStaticMarkup(
      createElement(
        'div',
        null,
        ...vessels.flatMap((vessel) => [
          createElement(ProductArt, { key: `${vessel}1`, look: { ...look, vessel } }),
          createElement(ProductArt, { key: `${vessel}2`, look: { ...look, vessel } }),
        ]),
      ),
    );
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set([...html.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id));
    for (const id of used) expect(ids).toContain(id);
    expect(used.size).toBeGreaterThan(vessels.length);
  });
});

test('UIX-104 a product has one look, and what the catalog tells anew another', () => {
  const product = {
    kind: 'product' as const,
    sku: 'A',
    type: 'ready' as const,
    name: { en: 'Lipstick' },
    brand: 'B',
    category: 'lips',
    taxClass: 'std',
  };
  const look = lookOf(product);
  expect(lookOf(product)).toBe(look);
  expect(lookOf({ ...product })).toEqual(look);
  expect(lookOf({ ...product, brand: 'C' }).brand).toBe('C');
});
