import type { Command } from 'commander';
import { type AuditHead, verifyAudit } from '../../core/audit/verify-audit.ts';
import { auditEntries, type StoredAuditEntry } from '../../storage/audit.ts';
import { BadInput, line } from '../output.ts';
import { withCentral } from '../with-central.ts';

interface AuditOptions {
  readonly limit: number;
  readonly actor?: string;
  readonly action?: string;
  readonly verify?: boolean;
  readonly known?: AuditHead;
  readonly json?: boolean;
}

/** What administrators did, and the proof that nobody changed it. */
export function auditCommands(program: Command): void {
  program
    .command('audit')
    .description('what administrators did, the newest first; or whether the log is whole')
    .option('--limit <n>', 'how many entries', limitOf, 50)
    .option('--actor <who>', 'only of: cli, key:ID or device:ID')
    .option('--action <name>', 'only e.g. key.issued')
    .option('--verify', 'walk the chain of hashes from the first entry to the last')
    .option('--known <seq:hash>', 'with --verify: an entry that an earlier run told', knownOf)
    .option('--json', 'print JSON')
    .action((options: AuditOptions) => {
      if (options.verify === true) return verify(options);
      if (options.known !== undefined) throw new BadInput('--known belongs to --verify');
      return list(options);
    });
}

function list({ limit, actor, action, json }: AuditOptions): Promise<void> {
  return withCentral(async ({ db }) => {
    const filter = {
      ...(actor === undefined ? {} : { actor }),
      ...(action === undefined ? {} : { action }),
    };
    for (const entry of await auditEntries(db, { limit, ...filter })) {
      line(json === true ? entryJson(entry) : entryLine(entry));
    }
  });
}

function verify({ known, json }: AuditOptions): Promise<void> {
  return withCentral(async (central) => {
    const verdict = await verifyAudit(central, known ?? null);
    const { entries, head, fault } = verdict;
    if (json === true) line(JSON.stringify(verdict));
    else if (fault === null) {
      const last = head === null ? '' : `; the last is ${head.seq}:${head.hash}`;
      line(`sound: ${entries} entries${last}`);
    }
    if (fault !== null) throw new Error(`audit entry ${fault.seq} ${fault.reason}`);
  });
}

function entryJson({ details, at, ...entry }: StoredAuditEntry): string {
  const parsed: unknown = JSON.parse(details);
  return JSON.stringify({ ...entry, at: at.toISOString(), details: parsed });
}

function entryLine({ seq, at, actor, action, details }: StoredAuditEntry): string {
  return `${seq}  ${at.toISOString()}  ${actor}  ${action}  ${details}`;
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000_000) return limit;
  throw new BadInput(`--limit "${text}" is not a whole number from 1 to 1000000`);
}

function knownOf(text: string): AuditHead {
  const [, seq = '', hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (hash === '') throw new BadInput(`--known "${text}" is not what --verify tells: SEQ:HASH`);
  return { seq: Number(seq), hash };
}
