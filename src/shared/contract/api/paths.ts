// Written by scripts/write-api.ts from the central API's schemas; not edited by hand.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether requests can be served: the database answers */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft of a feed, on top of the newest version
         * @description catalog feed v1 as NDJSON or JSON, see docs/catalog-feed.md; gzip and br are understood. Records that are wrong are left out and listed. 200 when the feed changes nothing.
         */
        post: operations["importCatalog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/drafts/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Throw the newest version away, if nobody ever got it */
        delete: operations["discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was published for whom, the newest first; the first one of a store counts */
        get: operations["listPublications"];
        put?: never;
        /** Make a version what a store, a group of stores or all stores get from now on */
        post: operations["publishCatalog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/rollbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give stores the version again that they had before */
        post: operations["rollBackCatalog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/store-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of stores */
        get: operations["listStoreGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/store-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make a group of stores, or change which stores are in it */
        put: operations["saveStoreGroup"];
        post?: never;
        /** Delete a group; its stores keep what was published to them */
        delete: operations["deleteStoreGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the catalog, the newest first */
        get: operations["listCatalogVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalog/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of the catalog */
        get: operations["getCatalogVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/designs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a design under a short code
         * @description Typed texts are left out: an engraving is often a name.
         */
        post: operations["saveDesign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/designs/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A kept design, and whether it can be made today */
        get: operations["getDesign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/designs/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What can still be chosen beside what a design holds already
         * @description An option that cannot be chosen is told with the smallest set of choices that stands in its way.
         */
        post: operations["listDesignOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/designs/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judge a design by the rules of the store, and price one piece of it */
        post: operations["validateDesign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who this device is, and what time it is */
        get: operations["getOwnDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device/allotments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell totals of allotments, and hear what may be sold
         * @description Totals only grow, so that it may be sent again any number of times, and come late. gzip and br are understood.
         */
        post: operations["exchangeAllotments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device/catalog/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What leads from the catalog that the device has to the one that it is to have
         * @description The first page carries an ETag, the content hash of the release; with If-None-Match the answer is 304 when the device has it. A cursor pins the way, also when another release is published meanwhile. gzip and br.
         */
        get: operations["getCatalogChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device/designs/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A kept design, of whatever store, for the kiosk to judge */
        get: operations["getDesignForDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Store the events of a device’s outbox, each once
         * @description May be sent again any number of times. gzip and br are understood.
         */
        post: operations["pushEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device/people/{id}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hand over the key of a contact that this device recorded
         * @description May be sent again any number of times, also before the person’s event. Answers 410 when the person was erased; the device then destroys the key.
         */
        put: operations["putPersonKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device/people/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People who were erased, the earliest first
         * @description The device destroys their keys, if it has any. A cursor that is ahead of the list, whose database was put back, begins it anew.
         */
        get: operations["listPersonErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/device/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The surveys that are live in the device’s store */
        get: operations["listDeviceSurveys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a device in with a one-time code
         * @description Signed with the key that it names, whose base64url is the keyid.
         */
        post: operations["enrolDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events in the order of the feed, oldest first
         * @description Keep `nextCursor` and ask with it again: nothing is skipped and nothing comes twice. With `wait` the answer comes when there is something, or with an empty page after that time.
         */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sales, the newest first */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sale with its lines, payments and repricing */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a customer left to be reached
         * @description Every reading is audited.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        /**
         * Destroy the key of what a customer left, here and on the devices
         * @description Cannot be undone. May be asked again; the first time counts.
         */
        delete: operations["erasePerson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Price a basket as a kiosk of the store would, step by step
         * @description Designs must be allowed. Coupons that change nothing are listed with the reason. Answers 422 when a line cannot be sold, naming it.
         */
        post: operations["priceBasket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products of a store with what they cost there now
         * @description In order of SKU; with words the best match first.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product as a store sells it */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The template that a product is designed from, and what may be declared */
        get: operations["listProductOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a store has, in SKU order
         * @description SKUs that nobody ever counted, sold or booked are not there.
         */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/devices/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what a revoked device may still sell */
        post: operations["freeDevice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record receipts and adjustments, each once
         * @description All of them or none. An id that is known with the same content is answered as `duplicate`.
         */
        post: operations["recordMovements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold goods for a while: every line, or nothing
         * @description The same request again answers the same reservation, with 200 instead of 201.
         */
        post: operations["reserveStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/reservations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reservation */
        get: operations["getReservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/reservations/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The goods are sold and leave the stock
         * @description May be sent again; refused when the reservation was released or ran out.
         */
        post: operations["commitReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/reservations/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The goods are free again
         * @description May be sent again, also when the reservation has run out.
         */
        post: operations["releaseReservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/surveys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Surveys with their versions */
        get: operations["listSurveys"];
        put?: never;
        /** A new survey, with its first version as a draft */
        post: operations["createSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/surveys/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Answers to a survey, in the order in which they came
         * @description A kept cursor goes on where it was, also with answers that came late.
         */
        get: operations["listSurveyAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/surveys/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next version of a survey, as a draft */
        post: operations["draftSurveyVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/surveys/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version with its questions */
        get: operations["getSurveyVersion"];
        /** Change a draft; what was live is locked */
        put: operations["changeSurveyDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/surveys/{id}/versions/{version}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a draft from now on, in place of the version before */
        post: operations["setSurveyLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/surveys/{id}/versions/{version}/retired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a live version no more */
        post: operations["retireSurvey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every webhook */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Let an endpoint hear of events from now on
         * @description Bodies are CloudEvents, signed as Standard Webhooks says. The secret is told this once.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Forget a webhook with everything that waits for it */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, stop it, or let it go on
         * @description What waits for it follows: it is sent to the address as it is then.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was, or is to be, delivered to a webhook, the newest first
         * @description Delivered ones are kept for 7 days, dead ones for 30: what is dead got no 2xx in 12 attempts or 3 days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one event again, now, whatever became of it */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send everything again that came after a place in the feed
         * @description The cursor is one of `GET /v1/feed`; `null` begins with the first event. Events keep their ids.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new signing secret; the present one signs beside it for a while */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    importCatalog: {
        parameters: {
            query?: {
                allowShrink?: boolean;
                replace?: boolean;
                source?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The feed */
        requestBody: {
            content: {
                "application/json": unknown;
                "application/x-ndjson": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        changed: number;
                        contentHash: string;
                        isNew: boolean;
                        /** @enum {unknown} */
                        mode: "full" | "delta";
                        notes: {
                            field: string;
                            key?: string;
                            kind?: string;
                            line: number;
                            message: string;
                        }[];
                        read: number;
                        rejected: {
                            field: string;
                            /** @enum {boolean} */
                            isRemoval?: true;
                            key?: string;
                            kind?: string;
                            line: number;
                            reason: string;
                        }[];
                        rejectedCount: number;
                        removed: number;
                        unchanged: number;
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        changed: number;
                        contentHash: string;
                        isNew: boolean;
                        /** @enum {unknown} */
                        mode: "full" | "delta";
                        notes: {
                            field: string;
                            key?: string;
                            kind?: string;
                            line: number;
                            message: string;
                        }[];
                        read: number;
                        rejected: {
                            field: string;
                            /** @enum {boolean} */
                            isRemoval?: true;
                            key?: string;
                            kind?: string;
                            line: number;
                            reason: string;
                        }[];
                        rejectedCount: number;
                        removed: number;
                        unchanged: number;
                        version: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listPublications: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                store?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            publishedAt: string;
                            publishedBy: string;
                            store: string | null;
                            version: number;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    publishCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    target: {
                        /** @enum {string} */
                        kind: "all";
                    } | {
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        /** @enum {string} */
                        kind: "group";
                    } | {
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        /** @enum {string} */
                        kind: "store";
                    };
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            publishedAt: string;
                            publishedBy: string;
                            store: string | null;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    rollBackCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    target: {
                        /** @enum {string} */
                        kind: "all";
                    } | {
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        /** @enum {string} */
                        kind: "group";
                    } | {
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        /** @enum {string} */
                        kind: "store";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            publishedAt: string;
                            publishedBy: string;
                            store: string | null;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listStoreGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            id: string;
                            name: string;
                            stores: string[];
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    saveStoreGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    stores: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        name: string;
                        stores: string[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    deleteStoreGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listCatalogVersions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            added: number;
                            changed: number;
                            contentHash: string;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            importedAt: string;
                            importedBy: string;
                            rejected: number;
                            removed: number;
                            source: string;
                            /** @enum {unknown} */
                            state: "draft" | "published" | "discarded";
                            unchanged: number;
                            version: number;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getCatalogVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        added: number;
                        changed: number;
                        contentHash: string;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        importedAt: string;
                        importedBy: string;
                        rejected: number;
                        removed: number;
                        source: string;
                        /** @enum {unknown} */
                        state: "draft" | "published" | "discarded";
                        unchanged: number;
                        version: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    saveDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    design: {
                        selections: {
                            [key: string]: string | string[] | number;
                        };
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        template: string;
                    };
                    /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                    sku: string;
                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                    store: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        design: {
                            selections: {
                                [key: string]: string | string[] | number;
                            };
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            template: string;
                        };
                        leftOut: string[];
                        release: {
                            contentHash: string;
                            version: number | null;
                        };
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        savedAt: string;
                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                        sku: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getDesign: {
        parameters: {
            query?: {
                ageYears?: number;
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                store?: string;
            };
            header?: never;
            path: {
                /** @description nine letters and digits, e.g. 7K4Q-X2M98 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        design: {
                            selections: {
                                [key: string]: string | string[] | number;
                            };
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            template: string;
                        };
                        leftOut: string[];
                        release: {
                            contentHash: string;
                            version: number | null;
                        };
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        savedAt: string;
                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                        sku: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                        today: {
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            at: string;
                            canBeMade: boolean;
                            evaluation: {
                                allergens: {
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    allergen: string;
                                    declared: boolean;
                                    labelName: string;
                                    onLabel: boolean;
                                    ppm: number | null;
                                }[];
                                alternatives: {
                                    changes: {
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        group: string;
                                        selection: (string | string[] | number) | null;
                                    }[];
                                    distance: number;
                                }[];
                                availability: {
                                    [key: string]: {
                                        [key: string]: {
                                            /** @enum {boolean} */
                                            available: true;
                                        } | {
                                            /** @enum {boolean} */
                                            available: false;
                                            conflict: {
                                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                                group: string;
                                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                                option?: string;
                                                value?: number | string;
                                            }[];
                                            reasons: {
                                                messageKey: string;
                                                params?: {
                                                    [key: string]: string | number;
                                                };
                                                rule: string;
                                                text?: {
                                                    en: string;
                                                } & {
                                                    [key: string]: string;
                                                };
                                            }[];
                                        };
                                    };
                                };
                                missing: string[];
                                ranges: {
                                    [key: string]: {
                                        from: number;
                                        to: number;
                                    }[];
                                };
                                status: "valid" | "incomplete" | "invalid";
                                violations: {
                                    conflict: {
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        group: string;
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        option?: string;
                                        value?: number | string;
                                    }[];
                                    reason: {
                                        messageKey: string;
                                        params?: {
                                            [key: string]: string | number;
                                        };
                                        rule: string;
                                        text?: {
                                            en: string;
                                        } & {
                                            [key: string]: string;
                                        };
                                    };
                                }[];
                                warnings: {
                                    conflict: {
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        group: string;
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        option?: string;
                                        value?: number | string;
                                    }[];
                                    reason: {
                                        messageKey: string;
                                        params?: {
                                            [key: string]: string | number;
                                        };
                                        rule: string;
                                        text?: {
                                            en: string;
                                        } & {
                                            [key: string]: string;
                                        };
                                    };
                                }[];
                            } | null;
                            price: {
                                discountMinor: number;
                                lineId: string;
                                name: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                quantity: number;
                                /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                sku: string;
                                subtotalMinor: number;
                                taxes: {
                                    label: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    netMinor: number;
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    rate: string;
                                    rateBps: number;
                                    taxMinor: number;
                                }[];
                                taxMinor: number;
                                totalMinor: number;
                                trace: {
                                    amountMinor: number;
                                    bps?: number;
                                    label: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    ref: string;
                                    /** @enum {unknown} */
                                    step: "base" | "options" | "priceList" | "linePromotions" | "basketPromotions" | "coupons" | "tax" | "cashRounding";
                                }[];
                                unitPriceMinor: number;
                            } | null;
                            problem: {
                                code: string;
                                detail: string;
                            } | null;
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listDesignOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ageYears?: number;
                    allergies?: string[];
                    /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                    at?: string;
                    design: {
                        selections: {
                            [key: string]: string | string[] | number;
                        };
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        template: string;
                    };
                    /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                    sku: string;
                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                    store: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        availability: {
                            [key: string]: {
                                [key: string]: {
                                    /** @enum {boolean} */
                                    available: true;
                                } | {
                                    /** @enum {boolean} */
                                    available: false;
                                    conflict: {
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        group: string;
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        option?: string;
                                        value?: number | string;
                                    }[];
                                    reasons: {
                                        messageKey: string;
                                        params?: {
                                            [key: string]: string | number;
                                        };
                                        rule: string;
                                        text?: {
                                            en: string;
                                        } & {
                                            [key: string]: string;
                                        };
                                    }[];
                                };
                            };
                        };
                        missing: string[];
                        ranges: {
                            [key: string]: {
                                from: number;
                                to: number;
                            }[];
                        };
                        status: "valid" | "incomplete" | "invalid";
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    validateDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ageYears?: number;
                    allergies?: string[];
                    /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                    at?: string;
                    design: {
                        selections: {
                            [key: string]: string | string[] | number;
                        };
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        template: string;
                    };
                    /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                    sku: string;
                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                    store: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        at: string;
                        catalogVersion: number;
                        /** @description an ISO 4217 currency code such as EUR */
                        currency: string;
                        evaluation: {
                            allergens: {
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                allergen: string;
                                declared: boolean;
                                labelName: string;
                                onLabel: boolean;
                                ppm: number | null;
                            }[];
                            alternatives: {
                                changes: {
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    group: string;
                                    selection: (string | string[] | number) | null;
                                }[];
                                distance: number;
                            }[];
                            availability: {
                                [key: string]: {
                                    [key: string]: {
                                        /** @enum {boolean} */
                                        available: true;
                                    } | {
                                        /** @enum {boolean} */
                                        available: false;
                                        conflict: {
                                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                            group: string;
                                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                            option?: string;
                                            value?: number | string;
                                        }[];
                                        reasons: {
                                            messageKey: string;
                                            params?: {
                                                [key: string]: string | number;
                                            };
                                            rule: string;
                                            text?: {
                                                en: string;
                                            } & {
                                                [key: string]: string;
                                            };
                                        }[];
                                    };
                                };
                            };
                            missing: string[];
                            ranges: {
                                [key: string]: {
                                    from: number;
                                    to: number;
                                }[];
                            };
                            status: "valid" | "incomplete" | "invalid";
                            violations: {
                                conflict: {
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    group: string;
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    option?: string;
                                    value?: number | string;
                                }[];
                                reason: {
                                    messageKey: string;
                                    params?: {
                                        [key: string]: string | number;
                                    };
                                    rule: string;
                                    text?: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                };
                            }[];
                            warnings: {
                                conflict: {
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    group: string;
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    option?: string;
                                    value?: number | string;
                                }[];
                                reason: {
                                    messageKey: string;
                                    params?: {
                                        [key: string]: string | number;
                                    };
                                    rule: string;
                                    text?: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                };
                            }[];
                        };
                        price: {
                            discountMinor: number;
                            lineId: string;
                            name: {
                                en: string;
                            } & {
                                [key: string]: string;
                            };
                            quantity: number;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                            subtotalMinor: number;
                            taxes: {
                                label: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                netMinor: number;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                rate: string;
                                rateBps: number;
                                taxMinor: number;
                            }[];
                            taxMinor: number;
                            totalMinor: number;
                            trace: {
                                amountMinor: number;
                                bps?: number;
                                label: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                ref: string;
                                /** @enum {unknown} */
                                step: "base" | "options" | "priceList" | "linePromotions" | "basketPromotions" | "coupons" | "tax" | "cashRounding";
                            }[];
                            unitPriceMinor: number;
                        } | null;
                        pricesIncludeTax: boolean;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getOwnDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deviceId: string;
                        name: string;
                        serverTimeMs: number;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                        storedThroughSeq?: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    exchangeAllotments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        granted?: number;
                        returned: number;
                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                        sku: string;
                        sold: number;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                        target: number;
                        wanted: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allotments: {
                            elsewhere: number;
                            granted: number;
                            level: number;
                            returned: number;
                            returnTo: number | null;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                            sold: number;
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                        }[];
                        epoch: number;
                        unlimited: {
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getCatalogChanges: {
        parameters: {
            query: {
                cursor?: string;
                from: string | "none";
            };
            header?: {
                "if-none-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: ({
                            /** @enum {string} */
                            op: "put";
                            /** @description A record of catalog feed v1, see docs/schemas/catalog-feed.schema.json */
                            record: {
                                /** @enum {unknown} */
                                kind: "store" | "taxClass" | "allergen" | "ingredient" | "product" | "price" | "template" | "rule" | "promotion" | "stock" | "lot";
                            } & {
                                [key: string]: unknown;
                            };
                        } | {
                            key: string;
                            /** @enum {unknown} */
                            kind: "store" | "taxClass" | "allergen" | "ingredient" | "product" | "price" | "template" | "rule" | "promotion" | "stock" | "lot";
                            /** @enum {string} */
                            op: "remove";
                        })[];
                        digest: string;
                        /** @enum {unknown} */
                        mode: "delta" | "snapshot";
                        nextCursor?: string;
                        position: number;
                        target: {
                            contentHash: string;
                            version: number;
                        };
                        total: number;
                    };
                };
            };
            /** @description The device has the release */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getDesignForDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description nine letters and digits, e.g. 7K4Q-X2M98 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        design: {
                            selections: {
                                [key: string]: string | string[] | number;
                            };
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            template: string;
                        };
                        leftOut: string[];
                        release: {
                            contentHash: string;
                            version: number | null;
                        };
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        savedAt: string;
                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                        sku: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    pushEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: unknown[];
                    sentAtMs: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        answers: {
                            byAnother?: boolean;
                            code?: string;
                            id: string | null;
                            message?: string;
                            /** @enum {unknown} */
                            status: "stored" | "duplicate" | "rejected";
                        }[];
                        serverTimeMs: number;
                        storedThroughSeq?: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    putPersonKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personId: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listPersonErasures: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            erasedAtMs: number;
                            personId: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listDeviceSurveys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            asking: {
                                /** @enum {unknown} */
                                bag?: "design" | "noDesign";
                                languages?: string[];
                                minTotalMinor?: number;
                                /** @enum {unknown} */
                                moment: "purchase" | "exit";
                                quarantineMinutes?: number;
                                sampleBps?: number;
                            };
                            /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                            definition: {
                                [key: string]: unknown;
                            };
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            id: string;
                            version: number;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    enrolDevice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    appVersion: string;
                    /** @description ten letters and digits, e.g. 7K4QX-2M9TB */
                    code: string;
                    deviceCode: string;
                    publicKey: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deviceId: string;
                        name: string;
                        serverTimeMs: number;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                        storedThroughSeq?: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    readFeed: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                store?: string;
                types?: ("com.blendbar.order.completed.v1" | "com.blendbar.payment.captured.v1" | "com.blendbar.stock.moved.v1" | "com.blendbar.survey.answered.v1" | "com.blendbar.person.recorded.v1" | "com.blendbar.person.erased.v1")[];
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hasMore: boolean;
                        items: ({
                            data: {
                                cashRoundingMinor: number;
                                /** @description an ISO 4217 currency code such as EUR */
                                currency: string;
                                discountMinor: number;
                                lines: {
                                    design?: {
                                        selections: {
                                            [key: string]: string | string[] | number;
                                        };
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        template: string;
                                    };
                                    discountMinor: number;
                                    line: number;
                                    name: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    quantity: number;
                                    /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                    sku: string;
                                    subtotalMinor: number;
                                    taxes: {
                                        label: {
                                            en: string;
                                        } & {
                                            [key: string]: string;
                                        };
                                        netMinor: number;
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        rate: string;
                                        rateBps: number;
                                        taxMinor: number;
                                    }[];
                                    taxMinor: number;
                                    totalMinor: number;
                                    unitPriceMinor: number;
                                }[];
                                number: string;
                                orderId: string;
                                payments: {
                                    amountMinor: number;
                                    /** @enum {unknown} */
                                    kind: "cash" | "card";
                                    paymentId: string;
                                    scheme?: string;
                                }[];
                                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                                pricedAt: string;
                                promotions: {
                                    applications: number;
                                    coupon?: string;
                                    discountMinor: number;
                                    name: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    promotion: string;
                                }[];
                                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                                soldAt: string;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                store: string;
                                subtotalMinor: number;
                                taxes: {
                                    label: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    netMinor: number;
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    rate: string;
                                    rateBps: number;
                                    taxMinor: number;
                                }[];
                                taxMinor: number;
                                totalMinor: number;
                            };
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            /** Format: uri */
                            dataschema: string;
                            id: string;
                            /** Format: uri-reference */
                            source: string;
                            /** @enum {string} */
                            specversion: "1.0";
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            subject: string;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            time: string;
                            /** @enum {string} */
                            type: "com.blendbar.order.completed.v1";
                        } | {
                            data: {
                                amountMinor: number;
                                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                                capturedAt: string;
                                /** @description an ISO 4217 currency code such as EUR */
                                currency: string;
                                /** @enum {unknown} */
                                kind: "cash" | "card";
                                orderId: string;
                                paymentId: string;
                                scheme?: string;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                store: string;
                            };
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            /** Format: uri */
                            dataschema: string;
                            id: string;
                            /** Format: uri-reference */
                            source: string;
                            /** @enum {string} */
                            specversion: "1.0";
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            subject: string;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            time: string;
                            /** @enum {string} */
                            type: "com.blendbar.payment.captured.v1";
                        } | {
                            data: {
                                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                                movedAt: string;
                                movements: {
                                    quantity: number;
                                    /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                    sku: string;
                                }[];
                                orderId?: string;
                                /** @enum {unknown} */
                                reason: "sale" | "receipt" | "adjustment" | "reservation";
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                store: string;
                            };
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            /** Format: uri */
                            dataschema: string;
                            id: string;
                            /** Format: uri-reference */
                            source: string;
                            /** @enum {string} */
                            specversion: "1.0";
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            subject: string;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            time: string;
                            /** @enum {string} */
                            type: "com.blendbar.stock.moved.v1";
                        } | {
                            data: {
                                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                                answeredAt: string;
                                answers: {
                                    [key: string]: number | boolean | string | (string | number)[] | {
                                        text: string;
                                    };
                                };
                                journeyId: string;
                                orderId?: string;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                store: string;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                surveyId: string;
                                version: number;
                            };
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            /** Format: uri */
                            dataschema: string;
                            id: string;
                            /** Format: uri-reference */
                            source: string;
                            /** @enum {string} */
                            specversion: "1.0";
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            subject: string;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            time: string;
                            /** @enum {string} */
                            type: "com.blendbar.survey.answered.v1";
                        } | {
                            data: {
                                orderId: string;
                                personId: string;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                store: string;
                            };
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            /** Format: uri */
                            dataschema: string;
                            id: string;
                            /** Format: uri-reference */
                            source: string;
                            /** @enum {string} */
                            specversion: "1.0";
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            subject: string;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            time: string;
                            /** @enum {string} */
                            type: "com.blendbar.person.recorded.v1";
                        } | {
                            data: {
                                personId: string;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                store: string;
                            };
                            /** @enum {string} */
                            datacontenttype: "application/json";
                            /** Format: uri */
                            dataschema: string;
                            id: string;
                            /** Format: uri-reference */
                            source: string;
                            /** @enum {string} */
                            specversion: "1.0";
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            subject: string;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            time: string;
                            /** @enum {string} */
                            type: "com.blendbar.person.erased.v1";
                        })[];
                        nextCursor: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                from?: string;
                limit?: number;
                repricing?: "same" | "diverges" | "unpriceable";
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                store?: string;
                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            cashRoundingMinor: number;
                            /** @description an ISO 4217 currency code such as EUR */
                            currency: string;
                            deviceId: string | null;
                            discountMinor: number;
                            id: string;
                            number: string;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            receivedAt: string;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            soldAt: string;
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            subtotalMinor: number;
                            taxMinor: number;
                            totalMinor: number;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cashRoundingMinor: number;
                        completed: {
                            cashRoundingMinor: number;
                            catalogHash?: string;
                            catalogVersion: number;
                            coupons?: string[];
                            /** @description an ISO 4217 currency code such as EUR */
                            currency: string;
                            device: string;
                            discountMinor: number;
                            lines: {
                                design?: {
                                    selections: {
                                        [key: string]: string | string[] | number;
                                    };
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    template: string;
                                };
                                price: {
                                    discountMinor: number;
                                    lineId: string;
                                    name: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    quantity: number;
                                    /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                    sku: string;
                                    subtotalMinor: number;
                                    taxes: {
                                        label: {
                                            en: string;
                                        } & {
                                            [key: string]: string;
                                        };
                                        netMinor: number;
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        rate: string;
                                        rateBps: number;
                                        taxMinor: number;
                                    }[];
                                    taxMinor: number;
                                    totalMinor: number;
                                    trace: {
                                        amountMinor: number;
                                        bps?: number;
                                        label: {
                                            en: string;
                                        } & {
                                            [key: string]: string;
                                        };
                                        ref: string;
                                        /** @enum {unknown} */
                                        step: "base" | "options" | "priceList" | "linePromotions" | "basketPromotions" | "coupons" | "tax" | "cashRounding";
                                    }[];
                                    unitPriceMinor: number;
                                };
                                /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                sku: string;
                                textLengths?: {
                                    [key: string]: number;
                                };
                            }[];
                            movements?: {
                                quantity: number;
                                /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                sku: string;
                            }[];
                            number: string;
                            orderId: string;
                            payments: {
                                amountMinor: number;
                                id: string;
                                /** @enum {unknown} */
                                kind: "cash" | "card";
                                scheme?: string;
                            }[];
                            pricedAt: number;
                            pricedFor?: {
                                isKnown: boolean;
                                promotionUses?: {
                                    [key: string]: number;
                                };
                                segments?: string[];
                            };
                            promotions: {
                                applications: number;
                                coupon?: string;
                                discountMinor: number;
                                name: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                promotion: string;
                            }[];
                            soldAt: number;
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            subtotalMinor: number;
                            taxes: {
                                label: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                netMinor: number;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                rate: string;
                                rateBps: number;
                                taxMinor: number;
                            }[];
                            taxMinor: number;
                            totalMinor: number;
                        };
                        /** @description an ISO 4217 currency code such as EUR */
                        currency: string;
                        deviceId: string | null;
                        discountMinor: number;
                        id: string;
                        number: string;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        receivedAt: string;
                        repricing: {
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            at: string;
                            differences: string[];
                            /** @enum {unknown} */
                            outcome: "same" | "diverges" | "unpriceable";
                            totalMinor: number | null;
                        } | null;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        soldAt: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                        subtotalMinor: number;
                        taxMinor: number;
                        totalMinor: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        contact: {
                            email?: string;
                            name?: string;
                            phone?: string;
                        } | null;
                        erasedAt: string | null;
                        id: string;
                        orderId: string | null;
                        recordedAt: string | null;
                        /** @enum {unknown} */
                        state: "kept" | "waiting" | "erased" | "unreadable";
                        store: string | null;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        erasedAt: string;
                        id: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    priceBasket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                    at?: string;
                    basket: {
                        coupons?: string[];
                        customer?: {
                            id?: string;
                            promotionUses?: {
                                [key: string]: number;
                            };
                            segments?: string[];
                        };
                        lines: {
                            ageYears?: number;
                            allergies?: string[];
                            design?: {
                                selections: {
                                    [key: string]: string | string[] | number;
                                };
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                template: string;
                            };
                            lineId: string;
                            quantity: number;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                        }[];
                    };
                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                    store: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        at: string;
                        cashRoundingMinor: number;
                        cashTotalMinor: number;
                        catalogVersion: number;
                        /** @description an ISO 4217 currency code such as EUR */
                        currency: string;
                        discountMinor: number;
                        lines: {
                            discountMinor: number;
                            lineId: string;
                            name: {
                                en: string;
                            } & {
                                [key: string]: string;
                            };
                            quantity: number;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                            subtotalMinor: number;
                            taxes: {
                                label: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                netMinor: number;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                rate: string;
                                rateBps: number;
                                taxMinor: number;
                            }[];
                            taxMinor: number;
                            totalMinor: number;
                            trace: {
                                amountMinor: number;
                                bps?: number;
                                label: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                ref: string;
                                /** @enum {unknown} */
                                step: "base" | "options" | "priceList" | "linePromotions" | "basketPromotions" | "coupons" | "tax" | "cashRounding";
                            }[];
                            unitPriceMinor: number;
                        }[];
                        pricesIncludeTax: boolean;
                        promotions: {
                            applications: number;
                            coupon?: string;
                            discountMinor: number;
                            name: {
                                en: string;
                            } & {
                                [key: string]: string;
                            };
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            promotion: string;
                        }[];
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                        subtotalMinor: number;
                        taxes: {
                            label: {
                                en: string;
                            } & {
                                [key: string]: string;
                            };
                            netMinor: number;
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            rate: string;
                            rateBps: number;
                            taxMinor: number;
                        }[];
                        taxMinor: number;
                        totalMinor: number;
                        unusedCoupons: {
                            code: string;
                            /** @enum {unknown} */
                            reason: "unknown" | "notYet" | "expired" | "conditions" | "outranked" | "limit";
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query: {
                brand?: string;
                category?: string;
                cursor?: string;
                limit?: number;
                q?: string;
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                store: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        at: string;
                        catalogVersion: number;
                        items: {
                            price: {
                                /** @description an ISO 4217 currency code such as EUR */
                                currency: string;
                                fromMinor?: number;
                                offer?: {
                                    priceMinor: number;
                                    promotions: {
                                        name: {
                                            en: string;
                                        } & {
                                            [key: string]: string;
                                        };
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        promotion: string;
                                    }[];
                                    regularMinor: number;
                                };
                                priceMinor: number;
                                pricesIncludeTax: boolean;
                            } | null;
                            product: {
                                art?: {
                                    /** @description a color such as #A06F4A */
                                    accent?: string;
                                    /** @description a color such as #A06F4A */
                                    color: string;
                                    /** @enum {unknown} */
                                    finish?: "matte" | "satin" | "gloss" | "shimmer" | "sheer";
                                    /** @enum {unknown} */
                                    vessel: "bottle" | "dropper" | "pump" | "tube" | "jar" | "lipstick" | "compact" | "flacon" | "polish" | "stick" | "palette" | "box";
                                };
                                brand: string;
                                category: string;
                                description?: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                gtins?: string[];
                                inci?: string[];
                                ingredients?: {
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    ingredient: string;
                                    ppm: number | null;
                                }[];
                                /** @enum {string} */
                                kind: "product";
                                mayContain?: string[];
                                name: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                popularity?: number;
                                shade?: {
                                    code?: string;
                                    /** @description a color such as #A06F4A */
                                    hex: string;
                                    name?: string;
                                };
                                size?: string;
                                /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                sku: string;
                                stockUnit?: "piece" | "mg";
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                taxClass: string;
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                template?: string;
                                type: "ready" | "custom" | "component";
                                use?: "leaveOn" | "rinseOff";
                                variantOf?: string;
                            };
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                store: string;
            };
            header?: never;
            path: {
                /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allergens: string[];
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        at: string;
                        catalogVersion: number;
                        price: {
                            /** @description an ISO 4217 currency code such as EUR */
                            currency: string;
                            fromMinor?: number;
                            offer?: {
                                priceMinor: number;
                                promotions: {
                                    name: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    promotion: string;
                                }[];
                                regularMinor: number;
                            };
                            priceMinor: number;
                            pricesIncludeTax: boolean;
                        } | null;
                        product: {
                            art?: {
                                /** @description a color such as #A06F4A */
                                accent?: string;
                                /** @description a color such as #A06F4A */
                                color: string;
                                /** @enum {unknown} */
                                finish?: "matte" | "satin" | "gloss" | "shimmer" | "sheer";
                                /** @enum {unknown} */
                                vessel: "bottle" | "dropper" | "pump" | "tube" | "jar" | "lipstick" | "compact" | "flacon" | "polish" | "stick" | "palette" | "box";
                            };
                            brand: string;
                            category: string;
                            description?: {
                                en: string;
                            } & {
                                [key: string]: string;
                            };
                            gtins?: string[];
                            inci?: string[];
                            ingredients?: {
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                ingredient: string;
                                ppm: number | null;
                            }[];
                            /** @enum {string} */
                            kind: "product";
                            mayContain?: string[];
                            name: {
                                en: string;
                            } & {
                                [key: string]: string;
                            };
                            popularity?: number;
                            shade?: {
                                code?: string;
                                /** @description a color such as #A06F4A */
                                hex: string;
                                name?: string;
                            };
                            size?: string;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                            stockUnit?: "piece" | "mg";
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            taxClass: string;
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            template?: string;
                            type: "ready" | "custom" | "component";
                            use?: "leaveOn" | "rinseOff";
                            variantOf?: string;
                        };
                        variants: string[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listProductOptions: {
        parameters: {
            query: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                store: string;
            };
            header?: never;
            path: {
                /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allergens: {
                            casNumbers: string[];
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            id: string;
                            labelName: string;
                            thresholds: {
                                /** @description a two-letter country code, or EU */
                                jurisdiction: string;
                                leaveOnPpm: number;
                                rinseOffPpm: number;
                                source: string;
                                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                                validFrom: string;
                                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                                validTo?: string;
                            }[];
                        }[];
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        at: string;
                        catalogVersion: number;
                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                        sku: string;
                        template: {
                            description?: {
                                en: string;
                            } & {
                                [key: string]: string;
                            };
                            doses: {
                                quantity: number;
                                /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                sku: string;
                            }[];
                            groups: ({
                                /** @enum {unknown} */
                                artRole?: "color" | "accent" | "finish" | "vessel" | "engraving" | "cap";
                                help?: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                id: string;
                                name: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                options: {
                                    /** @description a color such as #A06F4A */
                                    color?: string;
                                    description?: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    doses?: {
                                        quantity: number;
                                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                        sku: string;
                                    }[];
                                    /** @enum {unknown} */
                                    finish?: "matte" | "satin" | "gloss" | "shimmer" | "sheer";
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    id: string;
                                    ingredients?: {
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        ingredient: string;
                                        ppm: number | null;
                                    }[];
                                    name: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    price?: {
                                        amountMinor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        bps: number;
                                        /** @enum {string} */
                                        kind: "percent";
                                    };
                                    undertone?: "cool" | "neutral" | "warm" | "olive";
                                }[];
                                required: boolean;
                                /** @enum {string} */
                                type: "single";
                            } | {
                                /** @enum {unknown} */
                                artRole?: "color" | "accent" | "finish" | "vessel" | "engraving" | "cap";
                                help?: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                id: string;
                                name: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                options: {
                                    /** @description a color such as #A06F4A */
                                    color?: string;
                                    description?: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    doses?: {
                                        quantity: number;
                                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                        sku: string;
                                    }[];
                                    /** @enum {unknown} */
                                    finish?: "matte" | "satin" | "gloss" | "shimmer" | "sheer";
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    id: string;
                                    ingredients?: {
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        ingredient: string;
                                        ppm: number | null;
                                    }[];
                                    name: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    price?: {
                                        amountMinor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        bps: number;
                                        /** @enum {string} */
                                        kind: "percent";
                                    };
                                    undertone?: "cool" | "neutral" | "warm" | "olive";
                                }[];
                                required: boolean;
                                /** @enum {string} */
                                type: "color";
                            } | {
                                /** @enum {unknown} */
                                artRole?: "color" | "accent" | "finish" | "vessel" | "engraving" | "cap";
                                help?: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                id: string;
                                max: number;
                                min: number;
                                name: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                options: {
                                    /** @description a color such as #A06F4A */
                                    color?: string;
                                    description?: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    doses?: {
                                        quantity: number;
                                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                        sku: string;
                                    }[];
                                    /** @enum {unknown} */
                                    finish?: "matte" | "satin" | "gloss" | "shimmer" | "sheer";
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    id: string;
                                    ingredients?: {
                                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                        ingredient: string;
                                        ppm: number | null;
                                    }[];
                                    name: {
                                        en: string;
                                    } & {
                                        [key: string]: string;
                                    };
                                    price?: {
                                        amountMinor: number;
                                        /** @enum {string} */
                                        kind: "flat";
                                    } | {
                                        bps: number;
                                        /** @enum {string} */
                                        kind: "percent";
                                    };
                                    undertone?: "cool" | "neutral" | "warm" | "olive";
                                }[];
                                price?: {
                                    amountMinor: number;
                                    included: number;
                                    /** @enum {string} */
                                    kind: "perUnit";
                                } | {
                                    /** @enum {string} */
                                    kind: "tiered";
                                    tiers: {
                                        amountMinor: number;
                                        from: number;
                                    }[];
                                };
                                /** @enum {string} */
                                type: "multi";
                            } | {
                                /** @enum {unknown} */
                                artRole?: "color" | "accent" | "finish" | "vessel" | "engraving" | "cap";
                                dosesPerUnit?: {
                                    quantity: number;
                                    /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                                    sku: string;
                                }[];
                                help?: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                id: string;
                                ingredientsPerUnit?: {
                                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                    ingredient: string;
                                    ppm: number | null;
                                }[];
                                max: number;
                                min: number;
                                name: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                price?: {
                                    amountMinor: number;
                                    included: number;
                                    /** @enum {string} */
                                    kind: "perUnit";
                                } | {
                                    /** @enum {string} */
                                    kind: "tiered";
                                    tiers: {
                                        amountMinor: number;
                                        from: number;
                                    }[];
                                };
                                required: boolean;
                                shownPerUnit?: {
                                    decimals: number;
                                    value: number;
                                };
                                step: number;
                                /** @enum {string} */
                                type: "amount";
                                unit: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                unitOne?: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                            } | {
                                allowed: string;
                                /** @enum {unknown} */
                                artRole?: "color" | "accent" | "finish" | "vessel" | "engraving" | "cap";
                                blockedWords: string[];
                                help?: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                id: string;
                                maxLength: number;
                                minLength: number;
                                name: {
                                    en: string;
                                } & {
                                    [key: string]: string;
                                };
                                price?: {
                                    amountMinor: number;
                                    included: number;
                                    /** @enum {string} */
                                    kind: "perUnit";
                                } | {
                                    /** @enum {string} */
                                    kind: "tiered";
                                    tiers: {
                                        amountMinor: number;
                                        from: number;
                                    }[];
                                };
                                required: boolean;
                                /** @enum {string} */
                                type: "text";
                            })[];
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            id: string;
                            ingredients: {
                                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                                ingredient: string;
                                ppm: number | null;
                            }[];
                            /** @enum {string} */
                            kind: "template";
                            name: {
                                en: string;
                            } & {
                                [key: string]: string;
                            };
                            use: "leaveOn" | "rinseOff";
                        };
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listStock: {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                sku?: string;
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                store: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            allotted: number;
                            available: number | null;
                            counted: number | null;
                            countedAt: string | null;
                            onHand: number | null;
                            reserved: number;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    freeDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        allotments: number;
                        deviceId: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    recordMovements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    movements: {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        at?: string;
                        id: string;
                        /** @enum {unknown} */
                        kind: "receipt" | "adjustment";
                        quantity: number;
                        reason?: string;
                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                        sku: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        movements: {
                            id: string;
                            /** @enum {unknown} */
                            status: "recorded" | "duplicate";
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    reserveStock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 900 */
                    expiresInSeconds?: number;
                    id: string;
                    lines: {
                        quantity: number;
                        /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                        sku: string;
                    }[];
                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                    store: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        createdAt: string;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        expiresAt: string;
                        id: string;
                        lines: {
                            quantity: number;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                        }[];
                        orderId?: string;
                        /** @enum {unknown} */
                        state: "open" | "committed" | "released" | "expired";
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                    };
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        createdAt: string;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        expiresAt: string;
                        id: string;
                        lines: {
                            quantity: number;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                        }[];
                        orderId?: string;
                        /** @enum {unknown} */
                        state: "open" | "committed" | "released" | "expired";
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getReservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        createdAt: string;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        expiresAt: string;
                        id: string;
                        lines: {
                            quantity: number;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                        }[];
                        orderId?: string;
                        /** @enum {unknown} */
                        state: "open" | "committed" | "released" | "expired";
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    commitReservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    orderId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        createdAt: string;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        expiresAt: string;
                        id: string;
                        lines: {
                            quantity: number;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                        }[];
                        orderId?: string;
                        /** @enum {unknown} */
                        state: "open" | "committed" | "released" | "expired";
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    releaseReservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        createdAt: string;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        expiresAt: string;
                        id: string;
                        lines: {
                            quantity: number;
                            /** @description letters, digits and ". _ / -" without spaces, at most 64 characters */
                            sku: string;
                        }[];
                        orderId?: string;
                        /** @enum {unknown} */
                        state: "open" | "committed" | "released" | "expired";
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listSurveys: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            id: string;
                            versions: {
                                asking: {
                                    /** @enum {unknown} */
                                    bag?: "design" | "noDesign";
                                    languages?: string[];
                                    minTotalMinor?: number;
                                    /** @enum {unknown} */
                                    moment: "purchase" | "exit";
                                    quarantineMinutes?: number;
                                    sampleBps?: number;
                                };
                                /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                                draftedAt: string;
                                liveAt: string | null;
                                retiredAt: string | null;
                                /** @enum {unknown} */
                                state: "draft" | "live" | "retired";
                                stores: string[] | null;
                                version: number;
                            }[];
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    createSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asking?: {
                        /** @enum {unknown} */
                        bag?: "design" | "noDesign";
                        languages?: string[];
                        minTotalMinor?: number;
                        /** @enum {unknown} */
                        moment: "purchase" | "exit";
                        quarantineMinutes?: number;
                        sampleBps?: number;
                    };
                    /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                    definition: {
                        [key: string]: unknown;
                    };
                    /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                    id: string;
                    stores?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asking: {
                            /** @enum {unknown} */
                            bag?: "design" | "noDesign";
                            languages?: string[];
                            minTotalMinor?: number;
                            /** @enum {unknown} */
                            moment: "purchase" | "exit";
                            quarantineMinutes?: number;
                            sampleBps?: number;
                        };
                        /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                        definition: {
                            [key: string]: unknown;
                        };
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        draftedAt: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        liveAt: string | null;
                        retiredAt: string | null;
                        /** @enum {unknown} */
                        state: "draft" | "live" | "retired";
                        stores: string[] | null;
                        version: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listSurveyAnswers: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                store?: string;
                version?: number;
            };
            header?: never;
            path: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            answeredAt: string;
                            answers: {
                                [key: string]: number | boolean | string | (string | number)[] | {
                                    text: string;
                                };
                            };
                            id: string;
                            journeyId: string;
                            orderId: string | null;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            receivedAt: string;
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            unfit: string[];
                            version: number;
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    draftSurveyVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asking?: {
                        /** @enum {unknown} */
                        bag?: "design" | "noDesign";
                        languages?: string[];
                        minTotalMinor?: number;
                        /** @enum {unknown} */
                        moment: "purchase" | "exit";
                        quarantineMinutes?: number;
                        sampleBps?: number;
                    };
                    /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                    definition: {
                        [key: string]: unknown;
                    };
                    stores?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asking: {
                            /** @enum {unknown} */
                            bag?: "design" | "noDesign";
                            languages?: string[];
                            minTotalMinor?: number;
                            /** @enum {unknown} */
                            moment: "purchase" | "exit";
                            quarantineMinutes?: number;
                            sampleBps?: number;
                        };
                        /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                        definition: {
                            [key: string]: unknown;
                        };
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        draftedAt: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        liveAt: string | null;
                        retiredAt: string | null;
                        /** @enum {unknown} */
                        state: "draft" | "live" | "retired";
                        stores: string[] | null;
                        version: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getSurveyVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asking: {
                            /** @enum {unknown} */
                            bag?: "design" | "noDesign";
                            languages?: string[];
                            minTotalMinor?: number;
                            /** @enum {unknown} */
                            moment: "purchase" | "exit";
                            quarantineMinutes?: number;
                            sampleBps?: number;
                        };
                        /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                        definition: {
                            [key: string]: unknown;
                        };
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        draftedAt: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        liveAt: string | null;
                        retiredAt: string | null;
                        /** @enum {unknown} */
                        state: "draft" | "live" | "retired";
                        stores: string[] | null;
                        version: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    changeSurveyDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asking?: {
                        /** @enum {unknown} */
                        bag?: "design" | "noDesign";
                        languages?: string[];
                        minTotalMinor?: number;
                        /** @enum {unknown} */
                        moment: "purchase" | "exit";
                        quarantineMinutes?: number;
                        sampleBps?: number;
                    };
                    /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                    definition: {
                        [key: string]: unknown;
                    };
                    stores?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asking: {
                            /** @enum {unknown} */
                            bag?: "design" | "noDesign";
                            languages?: string[];
                            minTotalMinor?: number;
                            /** @enum {unknown} */
                            moment: "purchase" | "exit";
                            quarantineMinutes?: number;
                            sampleBps?: number;
                        };
                        /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                        definition: {
                            [key: string]: unknown;
                        };
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        draftedAt: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        liveAt: string | null;
                        retiredAt: string | null;
                        /** @enum {unknown} */
                        state: "draft" | "live" | "retired";
                        stores: string[] | null;
                        version: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    setSurveyLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asking: {
                            /** @enum {unknown} */
                            bag?: "design" | "noDesign";
                            languages?: string[];
                            minTotalMinor?: number;
                            /** @enum {unknown} */
                            moment: "purchase" | "exit";
                            quarantineMinutes?: number;
                            sampleBps?: number;
                        };
                        /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                        definition: {
                            [key: string]: unknown;
                        };
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        draftedAt: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        liveAt: string | null;
                        retiredAt: string | null;
                        /** @enum {unknown} */
                        state: "draft" | "live" | "retired";
                        stores: string[] | null;
                        version: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    retireSurvey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asking: {
                            /** @enum {unknown} */
                            bag?: "design" | "noDesign";
                            languages?: string[];
                            minTotalMinor?: number;
                            /** @enum {unknown} */
                            moment: "purchase" | "exit";
                            quarantineMinutes?: number;
                            sampleBps?: number;
                        };
                        /** @description A survey in the JSON of SurveyJS (surveyjs.io/form-library) */
                        definition: {
                            [key: string]: unknown;
                        };
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        draftedAt: string;
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        id: string;
                        liveAt: string | null;
                        retiredAt: string | null;
                        /** @enum {unknown} */
                        state: "draft" | "live" | "retired";
                        stores: string[] | null;
                        version: number;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            active: boolean;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            createdAt: string;
                            description: string;
                            disabledReason: ("asked" | "gone") | null;
                            failures: number;
                            id: string;
                            quietUntil: string | null;
                            /** @description stores; empty: all */
                            stores: string[];
                            /** @description types of events; empty: all */
                            types: ("com.blendbar.order.completed.v1" | "com.blendbar.payment.captured.v1" | "com.blendbar.stock.moved.v1" | "com.blendbar.survey.answered.v1" | "com.blendbar.person.recorded.v1" | "com.blendbar.person.erased.v1")[];
                            url: string;
                        }[];
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    /** @description stores; empty: all */
                    stores?: string[];
                    /** @description types of events; empty: all */
                    types?: ("com.blendbar.order.completed.v1" | "com.blendbar.payment.captured.v1" | "com.blendbar.stock.moved.v1" | "com.blendbar.survey.answered.v1" | "com.blendbar.person.recorded.v1" | "com.blendbar.person.erased.v1")[];
                    /** @description https, without credentials and fragment, on the public Internet */
                    url: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: boolean;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        createdAt: string;
                        description: string;
                        disabledReason: ("asked" | "gone") | null;
                        failures: number;
                        id: string;
                        quietUntil: string | null;
                        secret: string;
                        /** @description stores; empty: all */
                        stores: string[];
                        /** @description types of events; empty: all */
                        types: ("com.blendbar.order.completed.v1" | "com.blendbar.payment.captured.v1" | "com.blendbar.stock.moved.v1" | "com.blendbar.survey.answered.v1" | "com.blendbar.person.recorded.v1" | "com.blendbar.person.erased.v1")[];
                        url: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: boolean;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        createdAt: string;
                        description: string;
                        disabledReason: ("asked" | "gone") | null;
                        failures: number;
                        id: string;
                        quietUntil: string | null;
                        /** @description stores; empty: all */
                        stores: string[];
                        /** @description types of events; empty: all */
                        types: ("com.blendbar.order.completed.v1" | "com.blendbar.payment.captured.v1" | "com.blendbar.stock.moved.v1" | "com.blendbar.survey.answered.v1" | "com.blendbar.person.recorded.v1" | "com.blendbar.person.erased.v1")[];
                        url: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    active?: boolean;
                    description?: string;
                    /** @description stores; empty: all */
                    stores?: string[];
                    /** @description types of events; empty: all */
                    types?: ("com.blendbar.order.completed.v1" | "com.blendbar.payment.captured.v1" | "com.blendbar.stock.moved.v1" | "com.blendbar.survey.answered.v1" | "com.blendbar.person.recorded.v1" | "com.blendbar.person.erased.v1")[];
                    /** @description https, without credentials and fragment, on the public Internet */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        active: boolean;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        createdAt: string;
                        description: string;
                        disabledReason: ("asked" | "gone") | null;
                        failures: number;
                        id: string;
                        quietUntil: string | null;
                        /** @description stores; empty: all */
                        stores: string[];
                        /** @description types of events; empty: all */
                        types: ("com.blendbar.order.completed.v1" | "com.blendbar.payment.captured.v1" | "com.blendbar.stock.moved.v1" | "com.blendbar.survey.answered.v1" | "com.blendbar.person.recorded.v1" | "com.blendbar.person.erased.v1")[];
                        url: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "waiting" | "delivered" | "dead";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            attempts: number;
                            /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                            createdAt: string;
                            endedAt: string | null;
                            id: string;
                            lastError: string | null;
                            lastStatus: number | null;
                            nextAttemptAt: string | null;
                            /** @enum {unknown} */
                            state: "waiting" | "delivered" | "dead";
                            /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                            store: string;
                            /**
                             * @description a type of event, e.g. com.blendbar.order.completed.v1
                             * @enum {unknown}
                             */
                            type: "com.blendbar.order.completed.v1" | "com.blendbar.payment.captured.v1" | "com.blendbar.stock.moved.v1" | "com.blendbar.survey.answered.v1" | "com.blendbar.person.recorded.v1" | "com.blendbar.person.erased.v1";
                        }[];
                        nextCursor?: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        createdAt: string;
                        endedAt: string | null;
                        id: string;
                        lastError: string | null;
                        lastStatus: number | null;
                        nextAttemptAt: string | null;
                        /** @enum {unknown} */
                        state: "waiting" | "delivered" | "dead";
                        /** @description lower-case words joined by "-", "_" or ".", at most 80 characters */
                        store: string;
                        /**
                         * @description a type of event, e.g. com.blendbar.order.completed.v1
                         * @enum {unknown}
                         */
                        type: "com.blendbar.order.completed.v1" | "com.blendbar.payment.captured.v1" | "com.blendbar.stock.moved.v1" | "com.blendbar.survey.answered.v1" | "com.blendbar.person.recorded.v1" | "com.blendbar.person.erased.v1";
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cursor: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "replaying";
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 24 */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z */
                        previousExpiresAt: string;
                        secret: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
            /** @description A problem document (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": {
                        code: string;
                        detail: string;
                        details?: unknown;
                        errors?: {
                            message: string;
                            path: string;
                        }[];
                        requestId: string;
                        status: number;
                        title: string;
                        type: string;
                    };
                };
            };
        };
    };
}
