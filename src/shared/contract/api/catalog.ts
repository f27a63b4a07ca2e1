import { type Static, Type } from 'typebox';
import { recordSchemas } from '#shared/domain/catalog/feed.ts';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { Sha256 } from './device.ts';
import { Cursor, IsoTime } from './orders.ts';

const closed = { additionalProperties: false };

/** A version of head office's catalog; they are counted from 1. */
export const VersionNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const Count = Type.Integer({ minimum: 0 });
/** On one line. */
const PlainName = Type.String({ pattern: '^[^\\u0000-\\u001f]+$', maxLength: 200 });

const RecordKindName = Type.Enum(Object.keys(recordSchemas));
/** A SKU with a store, a currency and a time behind it is the longest. */
const RecordKey = Type.String({ minLength: 1, maxLength: 256 });

/** How many changes a page has at most. */
export const changesPerPage = 2_000;

/** Where the changes go on; opaque. Longer than others: it names a record. */
const ChangesCursor = Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength: 1, maxLength: 1_024 });

/** A step from what a device has to what it is to have. */
export const CatalogChange = Type.Union([
  Type.Object(
    {
      op: Type.Literal('put'),
      record: Type.Object(
        { kind: RecordKindName },
        {
          additionalProperties: true,
          description: 'A record of catalog feed v1, see docs/schemas/catalog-feed.schema.json',
        },
      ),
    },
    closed,
  ),
  Type.Object({ op: Type.Literal('remove'), kind: RecordKindName, key: RecordKey }, closed),
]);

/** A page of the changes that lead a device to its store's release of the catalog. */
export const CatalogChanges = Type.Object(
  {
    /** The release: what the device has when it has made the changes of every page. */
    target: Type.Object(
      {
        version: VersionNumber,
        /** SHA-256 over the kind, key and hash of every record, as the kiosk counts it. */
        contentHash: Sha256,
      },
      closed,
    ),
    /** `delta`: from the content that the device named. `snapshot`: every record there is; others end. */
    mode: Type.Enum(['delta', 'snapshot']),
    /** Changes of all pages together. */
    total: Count,
    /** Changes of the pages before this one. */
    position: Count,
    /**
     * What is put, then what is removed, each in order of kind and key by code unit, over all pages.
     */
    changes: Type.Array(CatalogChange, { maxItems: changesPerPage }),
    /**
     * SHA-256 over a line for each change: `+kind TAB key TAB hash LF`, where the hash is that of the
     * record's canonical JSON, or `-kind TAB key LF`.
     */
    digest: Sha256,
    /** There is another page. */
    nextCursor: Type.Optional(ChangesCursor),
  },
  closed,
);
export type CatalogChanges = Static<typeof CatalogChanges>;
export type CatalogChange = Static<typeof CatalogChange>;

/** What a device asks for changes with. */
export const ChangesQuery = Type.Object(
  {
    /** Content hash of the catalog that the device has; `none` asks for a snapshot. */
    from: Type.Union([Sha256, Type.Literal('none')]),
    cursor: Type.Optional(ChangesCursor),
  },
  closed,
);

/** A version of the catalog at head office. */
export const CatalogVersion = Type.Object(
  {
    version: VersionNumber,
    /** `published`: it is or was what some store gets. Only the newest draft can be discarded. */
    state: Type.Enum(['draft', 'published', 'discarded']),
    source: Type.String(),
    importedAt: IsoTime,
    /** `cli`, or the API key as `key:<id>`. */
    importedBy: Type.String(),
    /** Over the records of every store. */
    contentHash: Sha256,
    added: Count,
    changed: Count,
    removed: Count,
    unchanged: Count,
    rejected: Count,
  },
  closed,
);
export type CatalogVersion = Static<typeof CatalogVersion>;

/** Versions, the newest first. */
export const CatalogVersionPage = Type.Object(
  { items: Type.Array(CatalogVersion), nextCursor: Type.Optional(Cursor) },
  closed,
);

const inputPlace = {
  /** 1-based; 0 for what stands on no line of its own. */
  line: Type.Integer({ minimum: 0 }),
  kind: Type.Optional(Type.String()),
  key: Type.Optional(Type.String()),
  /** Path within the record. */
  field: Type.String(),
};

/** How many rejections and notes an answer lists. */
export const listedFindings = 500;

/** What an import did. */
export const CatalogImportReport = Type.Object(
  {
    /** The draft; when nothing changed, the version that has this content already. */
    version: VersionNumber,
    /** Whether there is something new in it. */
    isNew: Type.Boolean(),
    contentHash: Sha256,
    mode: Type.Enum(['full', 'delta']),
    /** Records in the feed, rejected ones included. */
    read: Count,
    added: Count,
    changed: Count,
    removed: Count,
    unchanged: Count,
    /** How many were left out; at most 500 of them are listed. */
    rejectedCount: Count,
    rejected: Type.Array(
      Type.Object(
        {
          ...inputPlace,
          reason: Type.String(),
          /** Set for a published record that the feed leaves out but that could not be ended. */
          isRemoval: Type.Optional(Type.Literal(true)),
        },
        closed,
      ),
    ),
    /** What someone should look at, although it was imported; at most 500. */
    notes: Type.Array(Type.Object({ ...inputPlace, message: Type.String() }, closed)),
  },
  closed,
);
export type CatalogImportReport = Static<typeof CatalogImportReport>;

/** How a feed is imported. */
export const ImportQuery = Type.Object(
  {
    /** Makes the feed a full one of its kinds, and says that ending much is meant. */
    replace: Type.Optional(Type.Boolean()),
    /** Lets a full feed end more than half of a kind. */
    allowShrink: Type.Optional(Type.Boolean()),
    /** What the version's source is called when the feed does not say. */
    source: Type.Optional(PlainName),
  },
  closed,
);

/** Whom a version is for. */
export const PublicationTarget = Type.Union([
  Type.Object({ kind: Type.Literal('all') }, closed),
  Type.Object({ kind: Type.Literal('group'), id: Id }, closed),
  Type.Object({ kind: Type.Literal('store'), id: Id }, closed),
]);
export type PublicationTarget = Static<typeof PublicationTarget>;

/** Makes a version what stores get from now on, also an earlier one. */
export const PublicationRequest = Type.Object(
  { version: VersionNumber, target: PublicationTarget },
  closed,
);

/** Takes stores back to what they had before. */
export const RollBackRequest = Type.Object({ target: PublicationTarget }, closed);

/** One decision what a store, or every store, gets. */
export const Publication = Type.Object(
  {
    /** `null`: every store, also those that come later. */
    store: Type.Union([Id, Type.Null()]),
    version: VersionNumber,
    publishedAt: IsoTime,
    publishedBy: Type.String(),
  },
  closed,
);
export type Publication = Static<typeof Publication>;

/** Publications, the newest first. */
export const PublicationPage = Type.Object(
  { items: Type.Array(Publication), nextCursor: Type.Optional(Cursor) },
  closed,
);

/** The decisions that a request made: one for all stores, or one for each. */
export const Published = Type.Object({ items: Type.Array(Publication) }, closed);

/** Stores that are published to together. */
export const StoreGroup = Type.Object(
  {
    id: Id,
    name: PlainName,
    stores: Type.Array(Id, { maxItems: 10_000, uniqueItems: true }),
  },
  closed,
);

/** What a group is made of. */
export const StoreGroupRequest = Type.Omit(StoreGroup, ['id'], closed);

/** Every group, by id. */
export const StoreGroupList = Type.Object({ items: Type.Array(StoreGroup) }, closed);
