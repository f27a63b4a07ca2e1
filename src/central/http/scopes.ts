/** What an API key may be allowed to do. */
export const apiScopes = [
  'catalog:read',
  'catalog:write',
  'designs:write',
  'orders:read',
  'stock:read',
  'stock:write',
  'surveys:read',
  'surveys:write',
  'feed:read',
  'webhooks:write',
  'people:read',
  'people:write',
] as const;

export type ApiScope = (typeof apiScopes)[number];
