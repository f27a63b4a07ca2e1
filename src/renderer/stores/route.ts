/** Where a shopper can be, and how that is written behind the `#`. */
export type Route =
  /** Where everybody begins, and where it ends. */
  | { readonly screen: 'welcome' }
  | { readonly screen: 'home' }
  | {
      readonly screen: 'search';
      readonly text: string;
      readonly brand?: string;
      readonly category?: string;
    }
  | { readonly screen: 'product'; readonly sku: string }
  /** `line` is set when a design in the bag is changed. */
  | { readonly screen: 'customize'; readonly sku: string; readonly line?: string }
  /** The nearest shades to a tone of skin. */
  | { readonly screen: 'shades' }
  | { readonly screen: 'cart' }
  | { readonly screen: 'payment' }
  | { readonly screen: 'thanks' }
  /** After the thanks, or when a bag is left behind. */
  | { readonly screen: 'survey' }
  | { readonly screen: 'bench' }
  /** For associates and IT. */
  | { readonly screen: 'devices' };

/** Screens of associates and IT: nothing there is a shopper's. */
export function isForStaff(screen: Route['screen']): boolean {
  return screen === 'devices' || screen === 'bench';
}

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/';
    case 'search': {
      const query = new URLSearchParams({ text: route.text });
      if (route.brand !== undefined) query.set('brand', route.brand);
      if (route.category !== undefined) query.set('category', route.category);
      return `#/search?${query}`;
    }
    case 'product':
      return `#/product/${encodeURIComponent(route.sku)}`;
    case 'customize': {
      const line = route.line === undefined ? '' : `?line=${encodeURIComponent(route.line)}`;
      return `#/customize/${encodeURIComponent(route.sku)}${line}`;
    }
    default:
      return `#/${route.screen}`;
  }
}

/** No address is the beginning; anything that is not a place leads home. */
export function parseRoute(hash: string): Route {
  if (hash === '') return { screen: 'welcome' };
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [screen = '', encoded = ''] = path.split('/');
  const parameters = new URLSearchParams(query);
  switch (screen) {
    case 'search': {
      const brand = parameters.get('brand');
      const category = parameters.get('category');
      return {
        screen,
        text: parameters.get('text') ?? '',
        ...(brand === null ? {} : { brand }),
        ...(category === null ? {} : { category }),
      };
    }
    case 'product':
    case 'customize': {
      const sku = decode(encoded);
      if (sku === '') return { screen: 'home' };
      if (screen === 'product') return { screen, sku };
      const line = parameters.get('line');
      return { screen, sku, ...(line === null ? {} : { line }) };
    }
    case 'welcome':
    case 'shades':
    case 'cart':
    case 'payment':
    case 'thanks':
    case 'survey':
    case 'bench':
    case 'devices':
      return { screen };
    default:
      return { screen: 'home' };
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
