/** Something that is wrong, or looks wrong, with a template or its rules; `error` keeps it from being sold. */
export interface TemplateFinding {
  readonly severity: 'error' | 'warning';
  readonly code:
    | 'duplicate_group'
    | 'duplicate_option'
    | 'duplicate_rule'
    | 'foreign_rule'
    | 'unknown_group'
    | 'unknown_option'
    | 'unknown_ingredient'
    | 'unknown_allergen'
    | 'wrong_group_type'
    | 'reserved_name'
    | 'bad_pattern'
    | 'empty_limit'
    | 'unfillable_group'
    | 'impossible_share'
    | 'unsatisfiable'
    | 'contradictory_rule'
    | 'unreachable_rule'
    | 'dead_option'
    | 'dead_group'
    | 'too_large'
    | 'too_complex';
  readonly rule?: string;
  readonly group?: string;
  readonly option?: string;
  /** One English line that says what and where. */
  readonly message: string;
}
