import type { ColumnType, Generated } from 'kysely';

interface SavedDesignRow {
  readonly code: string;
  readonly store: string;
  readonly sku: string;
  readonly design: ColumnType<unknown, string, never>;
  readonly left_out: string[];
  readonly catalog_version: number | null;
  readonly catalog_hash: string;
  readonly saved_at: Date;
  readonly saved_by: string;
}

interface RepricingRow {
  readonly store: string;
  readonly id: string;
  readonly outcome: 'same' | 'diverges' | 'unpriceable';
  readonly total_minor: number | null;
  readonly differences: ColumnType<unknown, string, never>;
  readonly repriced_at: Date;
}

interface SurveyVersionRow {
  readonly survey: string;
  readonly version: number;
  readonly state: 'draft' | 'live' | 'retired';
  readonly definition: ColumnType<unknown, string, string>;
  readonly stores: string[] | null;
  readonly asking: ColumnType<unknown, string, string>;
  readonly drafted_at: Date;
  readonly live_at: Date | null;
  readonly retired_at: Date | null;
}

interface SurveyAnswersRow {
  readonly store: string;
  readonly id: string;
  readonly seq: Generated<number>;
  readonly survey: string;
  readonly version: number;
  readonly order_id: string | null;
  readonly journey_id: string;
  readonly answered_at: Date;
  readonly received_at: Date;
  readonly answers: ColumnType<unknown, string, never>;
  readonly unfit: string[];
}

export interface ApiTables {
  readonly saved_designs: SavedDesignRow;
  readonly repricings: RepricingRow;
  readonly surveys: { readonly id: string; readonly created_at: Date };
  readonly survey_versions: SurveyVersionRow;
  readonly survey_answers: SurveyAnswersRow;
}
