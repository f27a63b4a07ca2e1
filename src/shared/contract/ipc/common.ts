import { Type } from 'typebox';
import { Uuid } from '#shared/domain/sale/order.ts';

/** Members of every command: a retry with the same `commandId` answers as the first did and does nothing more. */
export const commandFields = { commandId: Uuid };

/** The input of a query that asks for nothing in particular. */
export const Nothing = Type.Object({}, { additionalProperties: false });
