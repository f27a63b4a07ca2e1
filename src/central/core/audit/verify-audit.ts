import type { Central } from '../../central.ts';
import {
  auditEntries,
  auditHash,
  firstPreviousHash,
  type StoredAuditEntry,
} from '../../storage/audit.ts';

/** The end of the chain: who keeps it elsewhere can tell later whether what came before was rewritten. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditVerdict {
  readonly entries: number;
  /** `null` when there is no entry. */
  readonly head: AuditHead | null;
  /** Where the chain breaks first; `null` when it holds. */
  readonly fault: { readonly seq: number; readonly reason: string } | null;
}

const pageSize = 1_000;

/**
 * Walks the whole chain of the audit log. A chain that was forged from some entry on is sound in itself, so
 * `known` is an entry that somebody wrote down elsewhere.
 */
export async function verifyAudit(
  { db }: Pick<Central, 'db'>,
  known: AuditHead | null = null,
): Promise<AuditVerdict> {
  let head: AuditHead = { seq: 0, hash: firstPreviousHash };
  for (;;) {
    const page = await auditEntries(db, { limit: pageSize, afterSeq: head.seq });
    for (const entry of page) {
      const reason = faultOf(entry, head, known);
      if (reason !== null) return verdict(head, { seq: head.seq + 1, reason });
      head = { seq: entry.seq, hash: entry.hash };
    }
    if (page.length === pageSize) continue;
    const isCut = known !== null && known.seq > head.seq;
    const reason = isCut ? `is missing: entry ${known.seq} was known` : null;
    return verdict(head, reason === null ? null : { seq: head.seq + 1, reason });
  }
}

function verdict(head: AuditHead, fault: AuditVerdict['fault']): AuditVerdict {
  return { entries: head.seq, head: head.seq === 0 ? null : head, fault };
}

/** Why an entry is not the next link after `before`. Pure. */
function faultOf(
  entry: StoredAuditEntry,
  before: AuditHead,
  known: AuditHead | null,
): string | null {
  const { seq, at, actor, action, details, previousHash, hash } = entry;
  if (seq !== before.seq + 1) return 'is missing';
  if (previousHash !== before.hash) return 'does not follow from the one before';
  const own = auditHash({ seq, atMs: at.getTime(), actor, action, details, previousHash });
  if (own !== hash) return 'was changed';
  if (known !== null && known.seq === seq && known.hash !== hash) {
    return 'is not the one that was known';
  }
  return null;
}
