import { Type } from 'typebox';

/** Versions of a survey are counted from 1. */
export const SurveyVersionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000 });
