import type { AllergenRecord, AllergenThreshold } from '#shared/domain/catalog/allergen.ts';

/** Above 0.001% in leave-on and 0.01% in rinse-off products, by Annex III, column "Other". */
const labelledAbove = { jurisdiction: 'EU', leaveOnPpm: 10, rinseOffPpm: 100 };

const since2005: AllergenThreshold = {
  ...labelledAbove,
  source:
    'Directive 2003/15/EC of 27 February 2003; now Regulation (EC) No 1223/2009, Annex III, as amended by Regulation (EU) 2023/1545',
  validFrom: Date.UTC(2005, 2, 11),
};

/**
 * Products without the new names may be placed on the market until 31 July 2026 (and those sold
 * off until 31 July 2028). What is blended on request is placed on the market when it is sold.
 */
const since2026: AllergenThreshold = {
  ...labelledAbove,
  source: 'Regulation (EU) 2023/1545 of 26 July 2023; Regulation (EC) No 1223/2009, Annex III',
  validFrom: Date.UTC(2026, 7, 1),
};

function allergen(
  threshold: AllergenThreshold,
  id: string,
  labelName: string,
  casNumbers: string,
): AllergenRecord {
  return {
    kind: 'allergen',
    id,
    labelName,
    casNumbers: casNumbers.split(' '),
    thresholds: [threshold],
  };
}

/** Labelled by name since 2005: what is still listed of the 26 in Annex III, entries 45 and 67 to 92. */
const original: readonly AllergenRecord[] = [
  allergen(since2005, 'alpha-isomethyl-ionone', 'Alpha-Isomethyl Ionone', '127-51-5'),
  allergen(since2005, 'amyl-cinnamal', 'Amyl Cinnamal', '122-40-7'),
  allergen(since2005, 'amylcinnamyl-alcohol', 'Amylcinnamyl Alcohol', '101-85-9'),
  allergen(since2005, 'anise-alcohol', 'Anise Alcohol', '105-13-5'),
  allergen(since2005, 'benzyl-alcohol', 'Benzyl Alcohol', '100-51-6'),
  allergen(since2005, 'benzyl-benzoate', 'Benzyl Benzoate', '120-51-4'),
  allergen(since2005, 'benzyl-cinnamate', 'Benzyl Cinnamate', '103-41-3'),
  allergen(since2005, 'benzyl-salicylate', 'Benzyl Salicylate', '118-58-1'),
  allergen(since2005, 'cinnamal', 'Cinnamal', '104-55-2'),
  allergen(since2005, 'cinnamyl-alcohol', 'Cinnamyl Alcohol', '104-54-1'),
  allergen(since2005, 'citral', 'Citral', '5392-40-5 141-27-5 106-26-3'),
  allergen(since2005, 'citronellol', 'Citronellol', '106-22-9 1117-61-9 7540-51-4 26489-01-0'),
  allergen(since2005, 'coumarin', 'Coumarin', '91-64-5'),
  allergen(since2005, 'eugenol', 'Eugenol', '97-53-0'),
  allergen(since2005, 'evernia-furfuracea', 'Evernia Furfuracea Extract', '90028-67-4'),
  allergen(since2005, 'evernia-prunastri', 'Evernia Prunastri Extract', '90028-68-5'),
  allergen(since2005, 'farnesol', 'Farnesol', '4602-84-0'),
  allergen(since2005, 'geraniol', 'Geraniol', '106-24-1'),
  allergen(since2005, 'hexyl-cinnamal', 'Hexyl Cinnamal', '101-86-0'),
  allergen(since2005, 'hydroxycitronellal', 'Hydroxycitronellal', '107-75-5'),
  allergen(since2005, 'isoeugenol', 'Isoeugenol', '97-54-1 5912-86-7 5932-68-3'),
  allergen(since2005, 'limonene', 'Limonene', '138-86-3 5989-27-5 5989-54-8 7705-14-8'),
  allergen(since2005, 'linalool', 'Linalool', '78-70-6'),
  allergen(since2005, 'methyl-2-octynoate', 'Methyl 2-Octynoate', '111-12-6'),
];

/** Named one by one since Regulation (EU) 2023/1545: single substances. */
const newSubstances: readonly AllergenRecord[] = [
  allergen(since2026, '3-propylidenephthalide', '3-Propylidenephthalide', '17369-59-4'),
  allergen(since2026, '6-methyl-coumarin', '6-Methyl Coumarin', '92-48-8'),
  allergen(since2026, 'acetyl-cedrene', 'Acetyl Cedrene', '32388-55-9'),
  allergen(since2026, 'alpha-terpinene', 'Alpha-Terpinene', '99-86-5'),
  allergen(since2026, 'amyl-salicylate', 'Amyl Salicylate', '2050-08-0'),
  allergen(since2026, 'anethole', 'Anethole', '104-46-1 4180-23-8'),
  allergen(since2026, 'benzaldehyde', 'Benzaldehyde', '100-52-7'),
  allergen(since2026, 'beta-caryophyllene', 'Beta-Caryophyllene', '87-44-5'),
  allergen(since2026, 'camphor', 'Camphor', '76-22-2 21368-68-3 464-48-2 464-49-3'),
  allergen(since2026, 'carvone', 'Carvone', '99-49-0 2244-16-8 6485-40-1'),
  allergen(since2026, 'dimethyl-phenethyl-acetate', 'Dimethyl Phenethyl Acetate', '151-05-3'),
  allergen(since2026, 'eugenyl-acetate', 'Eugenyl Acetate', '93-28-7'),
  allergen(since2026, 'geranyl-acetate', 'Geranyl Acetate', '105-87-3'),
  allergen(since2026, 'hexadecanolactone', 'Hexadecanolactone', '109-29-5'),
  allergen(since2026, 'hexamethylindanopyran', 'Hexamethylindanopyran', '1222-05-5'),
  allergen(since2026, 'isoeugenyl-acetate', 'Isoeugenyl Acetate', '93-29-8'),
  allergen(since2026, 'linalyl-acetate', 'Linalyl Acetate', '115-95-7'),
  allergen(since2026, 'menthol', 'Menthol', '89-78-1 1490-04-6 2216-51-5 15356-60-2'),
  allergen(since2026, 'methyl-salicylate', 'Methyl Salicylate', '119-36-8'),
  allergen(since2026, 'pinene', 'Pinene', '80-56-8 7785-70-8 127-91-3 18172-67-3'),
  allergen(
    since2026,
    'rose-ketones',
    'Rose Ketones',
    '43052-87-5 23726-94-5 24720-09-0 23696-85-7 57378-68-4 71048-82-3 23726-92-3 23726-91-2',
  ),
  allergen(since2026, 'salicylaldehyde', 'Salicylaldehyde', '90-02-8'),
  allergen(since2026, 'santalol', 'Santalol', '11031-45-1 115-71-9 77-42-9'),
  allergen(since2026, 'sclareol', 'Sclareol', '515-03-7'),
  allergen(since2026, 'terpineol', 'Terpineol', '8000-41-7 98-55-5 138-87-4 586-81-2'),
  allergen(since2026, 'terpinolene', 'Terpinolene', '586-62-9'),
  allergen(
    since2026,
    'tetramethyl-acetyloctahydronaphthalenes',
    'Tetramethyl Acetyloctahydronaphthalenes',
    '54464-57-2 54464-59-4 68155-66-8 68155-67-9',
  ),
  allergen(since2026, 'trimethylbenzenepropanol', 'Trimethylbenzenepropanol', '103694-68-4'),
  allergen(
    since2026,
    'trimethylcyclopentenyl-methylisopentenol',
    'Trimethylcyclopentenyl Methylisopentenol',
    '67801-20-1',
  ),
  allergen(since2026, 'vanillin', 'Vanillin', '121-33-5'),
];

/** The same regulation's essential oils and extracts; group names as the regulation lets them be printed. */
const newNaturals: readonly AllergenRecord[] = [
  allergen(
    since2026,
    'cananga-odorata',
    'Cananga Odorata Oil/Extract',
    '83863-30-3 8006-81-3 68606-83-7 93686-30-7',
  ),
  allergen(since2026, 'cedrus-atlantica', 'Cedrus Atlantica Oil/Extract', '92201-55-3 8023-85-6'),
  allergen(since2026, 'cinnamomum-cassia', 'Cinnamomum Cassia Leaf Oil', '8007-80-5 84961-46-6'),
  allergen(
    since2026,
    'cinnamomum-zeylanicum',
    'Cinnamomum Zeylanicum Bark Oil',
    '8015-91-6 84649-98-9',
  ),
  allergen(
    since2026,
    'citrus-aurantium-bergamia',
    'Citrus Aurantium Bergamia Peel Oil',
    '68648-33-9 8007-75-8 85049-52-1 89957-91-5',
  ),
  allergen(
    since2026,
    'citrus-aurantium-flower',
    'Citrus Aurantium Flower Oil',
    '72968-50-4 8016-38-4 8028-48-6',
  ),
  allergen(
    since2026,
    'citrus-aurantium-peel',
    'Citrus Aurantium Peel Oil',
    '68916-04-1 8008-57-9 97766-30-8',
  ),
  allergen(since2026, 'citrus-limon-peel', 'Citrus Limon Peel Oil', '84929-31-7 8008-56-8'),
  allergen(since2026, 'eucalyptus-globulus', 'Eucalyptus Globulus Oil', '97926-40-4 8000-48-4'),
  allergen(
    since2026,
    'eugenia-caryophyllus',
    'Eugenia Caryophyllus Oil',
    '8000-34-8 8015-97-2 84961-50-2',
  ),
  allergen(
    since2026,
    'jasmine',
    'Jasmine Oil/Extract',
    '84776-64-7 90045-94-6 8022-96-6 8024-43-9',
  ),
  allergen(since2026, 'juniperus-virginiana', 'Juniperus Virginiana Oil', '8000-27-9 85085-41-2'),
  allergen(
    since2026,
    'laurus-nobilis',
    'Laurus Nobilis Leaf Oil',
    '8002-41-3 8007-48-5 84603-73-6',
  ),
  allergen(
    since2026,
    'lavandula',
    'Lavandula Oil/Extract',
    '91722-69-9 8022-15-9 93455-96-0 93455-97-1 92623-76-2 84776-65-8 8000-28-0 90063-37-9',
  ),
  allergen(since2026, 'lemongrass', 'Lemongrass Oil', '8007-02-1 89998-16-3 91844-92-7'),
  allergen(since2026, 'lippia-citriodora', 'Lippia Citriodora Absolute', '8024-12-2 85116-63-8'),
  allergen(since2026, 'mentha-piperita', 'Mentha Piperita Oil', '8006-90-4 84082-70-2'),
  allergen(since2026, 'mentha-viridis', 'Mentha Viridis Leaf Oil', '8008-79-5 84696-51-5'),
  allergen(since2026, 'myroxylon-pereirae', 'Myroxylon Pereirae Oil/Extract', '8007-00-9'),
  allergen(
    since2026,
    'narcissus',
    'Narcissus Extract',
    '90064-26-9 68917-12-4 90064-27-0 90064-25-8',
  ),
  allergen(
    since2026,
    'pelargonium-graveolens',
    'Pelargonium Graveolens Flower Oil',
    '90082-51-2 8000-46-2',
  ),
  allergen(since2026, 'pinus-mugo', 'Pinus Mugo', '90082-72-7'),
  allergen(since2026, 'pinus-pumila', 'Pinus Pumila', '97676-05-6'),
  allergen(since2026, 'pogostemon-cablin', 'Pogostemon Cablin Oil', '8014-09-3 84238-39-1'),
  allergen(
    since2026,
    'rose-flower',
    'Rose Flower Oil/Extract',
    '8007-01-0 90106-38-0 93334-48-6 84696-47-9 84604-12-6 84604-13-7 92347-25-6',
  ),
  allergen(since2026, 'santalum-album', 'Santalum Album Oil', '84787-70-2 8006-87-9'),
  allergen(since2026, 'turpentine', 'Turpentine', '9005-90-7 8006-64-2 8052-14-0'),
];

/** What it is, and what it is not: README.md in this folder. */
export const euFragranceAllergens: readonly AllergenRecord[] = [
  ...original,
  ...newSubstances,
  ...newNaturals,
];
