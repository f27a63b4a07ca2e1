import { describe, expect, test } from 'vitest';
import { parseInci } from '#shared/domain/catalog/inci.ts';
import type { InciEntry } from '#shared/domain/catalog/parsed-inci.ts';

function names(text: string): readonly string[] {
  return parseInci(text).ingredients.map((entry) => entry.name);
}

function only(text: string): InciEntry {
  const { ingredients } = parseInci(`${text}, Glycerin`);
  const [first] = ingredients;
  if (first === undefined || ingredients.length !== 2) throw new Error(names(text).join('; '));
  return first;
}

describe('names', () => {
  test('CAT-20 one ingredient has one name, however it is printed', () => {
    for (const printed of [
      'Water',
      'AQUA',
      'Water/Aqua/Eau',
      'Aqua / Water / Eau',
      'Aqua (Water)',
      'Water(Aqua)',
      'Water (Aqua / Eau)',
      'Water\\Aqua\\Eau',
      'Aqua/Water /Eau',
      'Eau',
    ]) {
      expect(only(printed).name).toBe('Aqua');
    }
    expect(only('Parfum/Fragrance').name).toBe('Parfum');
    expect(only('Flavor/ Aroma').name).toBe('Aroma');
    expect(only('Aqua (Water, Eau)').synonyms).toEqual(['Water', 'Eau']);
  });

  test('CAT-20 capitals are made the same', () => {
    expect(only('DISODIUM EDTA').name).toBe('Disodium EDTA');
    expect(only('Peg-100 Stearate').name).toBe('PEG-100 Stearate');
    expect(only('ceramide np').name).toBe('Ceramide NP');
    expect(only('Ceramide As').name).toBe('Ceramide AS');
    expect(only('Sh-Oligopeptide-1').name).toBe('sh-Oligopeptide-1');
    expect(only('1,2-HEXANEDIOL').name).toBe('1,2-Hexanediol');
    expect(only('Camellia Sinensis (Green Tea) Leaf Extract').synonyms).toEqual([
      'Green Tea Leaf Extract',
    ]);
  });

  test('CAT-21 a slash inside a name stays, one between names separates synonyms', () => {
    for (const whole of [
      'Caprylic/Capric Triglyceride',
      'Acrylates/C10-30 Alkyl Acrylate Crosspolymer',
      'PEG/PPG-17/6 Copolymer',
      'Centella Asiatica Flower/Leaf/Stem Extract',
      'Jojoba Oil/Macadamia Seed Oil Esters',
      'Coco-Caprylate/Caprate',
    ]) {
      expect(only(whole)).toMatchObject({ name: whole, synonyms: [] });
    }
    expect(only('Butyrospermum Parkii Butter / Shea Butter')).toMatchObject({
      name: 'Butyrospermum Parkii Butter',
      synonyms: ['Shea Butter'],
    });
    expect(only('Glycine Soja Oil/Soybean Oil').synonyms).toEqual(['Soybean Oil']);
    expect(only("Hordeum Vulgare Extract\\Extrait D'orge").name).toBe('Hordeum Vulgare Extract');
    expect(only('Bacillus/ Folic Acid Ferment Filtrate Extract').name).toBe(
      'Bacillus/Folic Acid Ferment Filtrate Extract',
    );
  });

  test('CAT-22 brackets hold common names, synonyms or part of the name', () => {
    expect(only('Butyrospermum Parkii (Shea) Butter')).toMatchObject({
      name: 'Butyrospermum Parkii Butter',
      synonyms: ['Shea Butter'],
    });
    expect(only('Butyrospermum Parkii (Shea Butter)').name).toBe('Butyrospermum Parkii Butter');
    expect(only('Sodium Cocoate (Coconut Oil)').name).toBe('Sodium Cocoate');
    expect(only('Mel (Honey, Miel)').synonyms).toEqual(['Honey', 'Miel']);
    expect(only('Hydrogenated Poly(C6-14 Olefin)').name).toBe('Hydrogenated Poly(C6-14 Olefin)');
    expect(only('Hydrogenated Poly (C6-14 Olefin)').name).toBe('Hydrogenated Poly(C6-14 Olefin)');
    expect(only('Collagen Extract(52,000ppb)')).toMatchObject({
      name: 'Collagen Extract',
      synonyms: [],
    });
    expect(only('Iron Oxides (CI 77492')).toMatchObject({ ciNumbers: ['77492'] });
  });

  test('CAT-24 Colour Index numbers are kept apart from the name', () => {
    for (const printed of [
      'CI 77891 (Titanium Dioxide)',
      'Titanium Dioxide (CI 77891)',
      'Titanium Dioxide CI 77891',
      'Titanium Dioxide/CI 77891',
      'Ci 77891 / Titanium Dioxide',
      'Titanium Dioxide (CI77891)',
    ]) {
      expect(only(printed)).toMatchObject({ name: 'Titanium Dioxide', ciNumbers: ['77891'] });
    }
    expect(only('CI 77891')).toMatchObject({ name: 'CI 77891', ciNumbers: ['77891'] });
    expect(only('Iron Oxides (Ci 77491, Ci 77492)').ciNumbers).toEqual(['77491', '77492']);
  });

  test('CAT-26 an amount of an active is taken off its name', () => {
    expect(only('Zinc Oxide 20%')).toMatchObject({ name: 'Zinc Oxide', percent: 20 });
    expect(only('Zinc Oxide (15%)')).toMatchObject({ name: 'Zinc Oxide', percent: 15 });
    expect(only('1% Colloidal Oatmeal')).toMatchObject({ name: 'Colloidal Oatmeal', percent: 1 });
    expect(only('Colloidal Oatmeal 0.5 Percent').percent).toBe(0.5);
    expect(only('Octisalate 4.5%: Sunscreens').name).toBe('Octisalate');
  });
});

describe('lists', () => {
  test('CAT-25 commas within numbers separate nothing, missing spaces do not matter', () => {
    expect(names('Water,1,2-Hexanediol,2,3-Butanediol,Polysorbate 20,1, 2-Hexanediol')).toEqual([
      'Aqua',
      '1,2-Hexanediol',
      '2,3-Butanediol',
      'Polysorbate 20',
      '1,2-Hexanediol',
    ]);
  });

  test('CAT-25 what is said about the product is no ingredient', () => {
    const text =
      '-Peptides: Keep the skin firm, smooth, and bright. -Squalane: Softens. Water, Squalane, Peptide-1. Please be aware that ingredient lists may change. (251/036)';
    const parsed = parseInci(text);
    expect(parsed.ingredients.map((entry) => entry.name)).toEqual([
      'Aqua',
      'Squalane',
      'Peptide-1',
    ]);
    expect(parsed.unparsed.map((one) => one.reason)).toEqual([
      'description',
      'description',
      'notice',
      'code',
    ]);
  });

  test('CAT-25 a list may begin without a period before it', () => {
    expect(
      names('Betaine: Helps to deliver hydration Water (Aqua / Eau), Betaine, Glycerin'),
    ).toEqual(['Aqua', 'Betaine', 'Glycerin']);
    expect(names('-Baobab that helps hydrate Avobenzone 3%, Homosalate 9%, Water')).toEqual([
      'Avobenzone',
      'Homosalate',
      'Aqua',
    ]);
    expect(names('-Sulfur 10% Sulfur 10%, Kaolin, Water')).toEqual(['Sulfur', 'Kaolin', 'Aqua']);
    expect(names('-Rose Hydrosol -Mint Hydrosol Rose Hydrosol, Mint Hydrosol, Glycerin')).toEqual([
      'Rose Hydrosol',
      'Mint Hydrosol',
      'Glycerin',
    ]);
  });

  test('CAT-23 what may be contained is kept apart', () => {
    for (const sign of ['(+/-): ', 'May Contain/Peut Contenir (±): ', '[+/- ', 'May contain: ']) {
      const parsed = parseInci(`Mica, Silica. ${sign}CI 77491, Red 7 Lake (CI 15850)].`);
      expect(parsed.ingredients.map((entry) => entry.name)).toEqual(['Mica', 'Silica']);
      expect(parsed.mayContain.map((entry) => entry.name)).toEqual(['CI 77491', 'Red 7 Lake']);
    }
    expect(names('This may contain traces of nuts. Water, Mica, Silica')).toEqual([
      'Aqua',
      'Mica',
      'Silica',
    ]);
  });

  test('CAT-26 active and inactive ingredients are one list', () => {
    expect(
      names('Active Ingredient: Zinc Oxide 15% Inactive Ingredients: Water, Glycerin, Zinc Oxide.'),
    ).toEqual(['Zinc Oxide', 'Aqua', 'Glycerin']);
    expect(names('Octisalate 5%, Octocrylene 10%, Inactive: Water (Aqua), Silica')).toEqual([
      'Octisalate',
      'Octocrylene',
      'Aqua',
      'Silica',
    ]);
  });

  test('CAT-27 several lists are joined in order, each name once', () => {
    expect(names('Step 1: Water, Glycerin, Urea. Step 2: Water, Retinol, Urea.')).toEqual([
      'Aqua',
      'Glycerin',
      'Urea',
      'Retinol',
    ]);
  });

  test('CAT-25 footnotes are taken off', () => {
    const parsed = parseInci(
      '*Persea Gratissima Oil, **Squalane, *CO Rosa Canina Oil, *CO Alcohol, Citral,* Linalool*. *CO Certified Organic **From Sugarcane',
    );
    expect(parsed.ingredients.map((entry) => entry.name)).toEqual([
      'Persea Gratissima Oil',
      'Squalane',
      'Rosa Canina Oil',
      'Alcohol',
      'Citral',
      'Linalool',
    ]);
    expect(parsed.unparsed.map((one) => one.reason)).toEqual(['legend']);
    expect(names('Glycerin, Potassium Sorbate *Naturally Derived')).toEqual([
      'Glycerin',
      'Potassium Sorbate',
    ]);
  });

  test('CAT-28 what is not clear is reported, not guessed', () => {
    const parsed = parseInci(
      'Water, Zingiber Officinale (Ginger) Root Extract Butyrospermum Parkii (Shea) Butter, Silica',
    );
    expect(parsed.ingredients.map((entry) => entry.name)).toEqual(['Aqua', 'Silica']);
    expect(parsed.unparsed).toEqual([
      {
        text: 'Zingiber Officinale (Ginger) Root Extract Butyrospermum Parkii (Shea) Butter',
        reason: 'unclear',
      },
    ]);
    const afterCode = parseInci('Water, Linalool <18941> Sorbate, Linalool <18941>');
    expect(afterCode.unparsed).toMatchObject([{ reason: 'unclear' }]);
  });

  test('CAT-25 a text without a list has no ingredients', () => {
    for (const text of ['', ' . ', 'Helps the skin.', 'Makes lips soft, smooth, and bright.']) {
      expect(parseInci(text).ingredients).toEqual([]);
    }
    expect(
      names('-100% Pure Oil: Softens the skin. Argania Spinosa (Argan) Kernel Oil.* *Organic.'),
    ).toEqual(['Argania Spinosa Kernel Oil']);
  });
});
