import { extname, join, normalize, sep } from 'node:path';

/** The renderer's only origin: `app://blendbar/…`. */
export const appScheme = 'app';
const appHost = 'blendbar';
export const appOrigin = `${appScheme}://${appHost}`;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** True for pages of our own; everything else is foreign. */
export function isAppUrl(url: string): boolean {
  const parsed = URL.parse(url);
  // Node gives schemes that it does not know the origin "null", so the parts are compared.
  return parsed !== null && parsed.protocol === `${appScheme}:` && parsed.host === appHost;
}

/** The file of the built renderer that a URL means; `null` when it means anything else. */
export function rendererFile(
  rendererDir: string,
  url: string,
): { readonly path: string; readonly contentType: string } | null {
  const parsed = URL.parse(url);
  if (parsed === null || !isAppUrl(url)) return null;
  const wanted = decoded(parsed.pathname);
  if (wanted === null || /[\0\\]/.test(wanted)) return null;

  const root = normalize(rendererDir + sep);
  const path = normalize(join(root, wanted === '/' ? 'index.html' : wanted));
  const contentType = contentTypes[extname(path).toLowerCase()];
  return path.startsWith(root) && contentType !== undefined ? { path, contentType } : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
