import { create } from 'zustand';
import { formatRoute, parseRoute, type Route } from './route.ts';

interface Navigation {
  readonly route: Route;
  /** Places before this one, oldest first; the way back inside the kiosk. */
  readonly trail: readonly Route[];
}

export const useNavigation = create<Navigation>(() => ({
  route: parseRoute(window.location.hash),
  trail: [],
}));

/** Follows the address, so that a browser's own back and forward buttons work too. */
export function followAddress(): void {
  window.addEventListener('hashchange', () => {
    const { route, trail } = useNavigation.getState();
    const next = parseRoute(window.location.hash);
    if (formatRoute(next) === formatRoute(route)) return;
    const previous = trail.at(-1);
    const isBack = previous !== undefined && formatRoute(previous) === formatRoute(next);
    useNavigation.setState({ route: next, trail: isBack ? trail.slice(0, -1) : [...trail, route] });
  });
}

export function go(route: Route): void {
  const { route: here, trail } = useNavigation.getState();
  if (formatRoute(here) === formatRoute(route)) return;
  useNavigation.setState({ route, trail: [...trail, here].slice(-50) });
  // The trail is ours alone: the browser's own history would keep what one shopper looked for.
  window.history.replaceState(null, '', formatRoute(route));
}

/** Takes the place of the present screen: the way back does not lead to it. */
export function replace(route: Route): void {
  useNavigation.setState({ route });
  window.history.replaceState(null, '', formatRoute(route));
}

/** One step back, or home when there is none. */
export function back(): void {
  const { trail } = useNavigation.getState();
  const previous = trail.at(-1);
  useNavigation.setState({ route: previous ?? { screen: 'home' }, trail: trail.slice(0, -1) });
  window.history.replaceState(null, '', formatRoute(previous ?? { screen: 'home' }));
}

/** To the beginning, and nothing to go back to. */
export function goToWelcome(): void {
  useNavigation.setState({ route: { screen: 'welcome' }, trail: [] });
  window.history.replaceState(null, '', formatRoute({ screen: 'welcome' }));
}
